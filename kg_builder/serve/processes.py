"""The server's hold on its processes: a nursery for each snapshot, and the workers that it forks."""

import asyncio
import os
import pickle
import signal
import socket
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from time import monotonic
from typing import Any

from kg_builder.serve.problems import Problem
from kg_builder.serve.worker import LENGTH, nurse
from kg_builder.settings import Serving

#: Nurseries are forked from a process that has loaded what they need and holds neither threads nor a store.
_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload(["kg_builder.cli", "kg_builder.serve.app"])
_LOWEST_PRIORITY = 19
_BUFFER = 1 << 22  #: bytes of an answer that a worker may be ahead
_TICK = 0.005  #: seconds between two looks at the time that a process has spent


class Nursery:
    """The process that has a snapshot open and forks workers; ``start`` makes one."""

    def __init__(self, process: ForkServerProcess, channel: socket.socket, snapshot: str) -> None:
        self.snapshot = snapshot
        self._process = process
        self._channel = channel
        self._lock = asyncio.Lock()

    @classmethod
    async def start(cls, path: Path, snapshot: str, settings: Serving) -> "Nursery":
        """``snapshot`` is the one published when it was asked for; what is opened may only be newer."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        process = _CONTEXT.Process(target=nurse, args=(theirs, path, settings), daemon=True)
        try:
            await asyncio.to_thread(process.start)
        finally:
            theirs.close()
        nursery = cls(process, ours, snapshot)
        await nursery._told()
        return nursery

    async def worker(self) -> "Worker":
        """A new one."""
        ours, theirs = socket.socketpair()
        async with self._lock:
            try:
                socket.send_fds(self._channel, [b"."], [theirs.fileno()])
                child = await self._told()
            finally:
                theirs.close()
        return Worker(child, *await asyncio.open_connection(sock=ours, limit=_BUFFER))

    def close(self) -> None:
        """Its workers live on."""
        self._channel.close()
        self._process.kill()

    async def _told(self) -> int:
        told = await asyncio.get_running_loop().sock_recv(self._channel, LENGTH.size)
        if len(told) < LENGTH.size:
            raise Problem(503, "store: cannot be opened; kg-builder stats tells why")
        return int(LENGTH.unpack(told)[0])


class Worker:
    """One process and its channel; ``begin`` gives it a job, of which ``reply`` is the outcome."""

    def __init__(self, process: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reply: asyncio.Task[Any] | None = None
        self.slow = False  #: it has done much, and will do no other job: its memory may be used up
        self._process = process
        self._reader = reader
        self._writer = writer

    @property
    def fit(self) -> bool:
        """Whether it can take another job."""
        if self.slow or self._reader.at_eof():
            return False
        return self.reply is None or (self.reply.done() and self.reply.exception() is None)

    def begin(self, function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> None:
        job = pickle.dumps((function, arguments, seconds))
        self._writer.write(LENGTH.pack(len(job)) + job)
        self.reply = asyncio.create_task(self._replied())

    async def soon(self, patience: Callable[[], float], seconds: float) -> bool:
        """Whether the reply comes before ``patience()`` seconds of processor time are spent, or ``seconds`` over."""
        end, spent = monotonic() + seconds, self._spent()
        while (left := patience() - (self._spent() - spent)) > 0 and monotonic() < end:
            if await self.done(min(max(left, _TICK), end - monotonic())):
                return True
        return False

    async def done(self, seconds: float) -> bool:
        """Whether the reply comes within ``seconds``."""
        assert self.reply is not None
        await asyncio.wait({self.reply}, timeout=max(seconds, 0.0))
        return self.reply.done()

    def step_back(self) -> None:
        """Lets everything else on the machine go before. There is no way back."""
        self.slow = True
        if not self._reader.at_eof():
            os.setpriority(os.PRIO_PROCESS, self._process, _LOWEST_PRIORITY)

    async def kill(self) -> None:
        """The process is gone then. While the channel is open its number is no other's."""
        if self.reply is not None:
            self.reply.cancel()
            await asyncio.gather(self.reply, return_exceptions=True)
        if not self._reader.at_eof():
            os.kill(self._process, signal.SIGKILL)
            while await self._reader.read(1 << 16):
                pass
        self._writer.close()

    def _spent(self) -> float:
        """Processor seconds so far; where the system does not tell, the seconds on the clock."""
        try:
            return int(Path(f"/proc/{self._process}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
        except (OSError, ValueError, IndexError):
            return monotonic()

    async def _replied(self) -> Any:
        await self._writer.drain()
        (size,) = LENGTH.unpack(await self._reader.readexactly(LENGTH.size))
        return pickle.loads(await self._reader.readexactly(size))
