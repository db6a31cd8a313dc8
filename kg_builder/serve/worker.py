"""What happens in the processes that read the store.

A nursery opens the newest snapshot and forks workers from there, each in a few milliseconds. (The engine's own threads
do not come along. They write and compact; reading, which is all that a worker does, needs none of them.) A worker
answers one job after another until its channel closes. A job is a function ``(store, settings, *arguments)`` of this
package and its arguments; messages both ways are pickles after their length. Only our own processes speak there.
"""

import gc
import os
import pickle
import resource
import signal
import socket
import struct
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg_builder.errors import KgBuilderError
from kg_builder.serve.problems import problem
from kg_builder.settings import Serving
from kg_builder.store import Store

LENGTH = struct.Struct("!Q")
#: Seconds after its time is over at which a process ends itself, should nobody be there to end it.
_GRACE = 2.0


def nurse(channel: socket.socket, path: Path, settings: Serving) -> None:
    """Says 0 when the store is open, and forks a worker for each socket sent, saying its process id."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system forgets those that end
    with Store.open(path) as store:
        gc.freeze()  # what is there now stays, and is shared: no worker need look at it
        channel.sendall(LENGTH.pack(0))
        while True:
            message, descriptors, _, _ = socket.recv_fds(channel, 1, 1)
            if not message:
                return
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)  # of threads: see above
                child = os.fork()
            theirs = socket.socket(fileno=descriptors[0])
            if child == 0:
                channel.close()
                _work(theirs, store, settings)
            theirs.close()
            channel.sendall(LENGTH.pack(child))


def _work(channel: socket.socket, store: Store, settings: Serving) -> None:
    """Never returns. A job that outlives its time by far, as an orphan's would, is ended by the system."""
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_DATA, (settings.memory, settings.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        while (message := _received(channel)) is not None:
            function, arguments, seconds = pickle.loads(message)
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
            reply = pickle.dumps(_done(store, function, settings, arguments))
            channel.sendall(LENGTH.pack(len(reply)) + reply)
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:  # memory that is used up, or a server that is gone, is told by the channel's end
        os._exit(0)


def _done(store: Store, function: Callable[..., Any], settings: Serving, arguments: tuple[Any, ...]) -> Any:
    """What the function gives, or the error that it raised."""
    try:
        return function(store, settings, *arguments)
    except KgBuilderError as error:
        return problem(error)  # here, since a pickle leaves the cause behind
    except MemoryError:
        raise
    except Exception as error:
        return RuntimeError(f"{type(error).__name__}: {error}")


def _received(channel: socket.socket) -> bytes | None:
    head = _exactly(channel, LENGTH.size)
    return None if head is None else _exactly(channel, LENGTH.unpack(head)[0])


def _exactly(channel: socket.socket, size: int) -> bytes | None:
    pieces = bytearray()
    while len(pieces) < size:
        piece = channel.recv(min(size - len(pieces), 1 << 20))
        if not piece:
            return None
        pieces += piece
    return bytes(pieces)
