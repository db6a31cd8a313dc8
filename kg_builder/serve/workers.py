"""Which process answers what, and when.

A job begins in one of ``quick`` turns. After ``patience`` seconds of processor time (less, the more wait) it counts as
slow: as soon as there is another job it goes on at the lowest priority, and when others wait for its turn it gives that
up: it goes on in one of ``slow`` turns, or where none is free it is stopped and begins again when one is. So slow jobs
wait for one another, and quick ones do not wait for them. What outlives its time is killed.
"""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from kg_builder.serve.problems import Problem
from kg_builder.serve.processes import Nursery, Worker
from kg_builder.serve.turns import Turns
from kg_builder.settings import Serving
from kg_builder.store import Store, folder

P = ParamSpec("P")
T = TypeVar("T")


#: Workers ready for each quick turn: where a crowd comes, nobody waits for a process.
_SPARE = 4


class Workers:
    """All the processes of a server: workers at their turns, as many as _SPARE says that are ready, their nursery."""

    def __init__(self, path: Path, settings: Serving) -> None:
        self._path = path
        self._settings = settings
        self._quick = Turns(settings.quick, settings.waiting)
        self._slow = Turns(settings.slow, settings.waiting)
        self._nursery: Nursery | None = None
        self._opening = asyncio.Lock()
        self._idle: list[Worker] = []
        self._jobs = 0  #: that are asked for at this moment
        self._filling = False
        self._alone: Worker | None = None  #: at a slow job, while there is no other
        self._chores: set[asyncio.Task[None]] = set()
        self._closed = False

    async def run(
        self, function: Callable[Concatenate[Store, Serving, P], T], *arguments: P.args, **none: P.kwargs
    ) -> T:
        """What ``function(store, settings, *arguments)`` gives in a worker; a function of a module, not a closure.

        Raises what it raises of ours, and Problem where its time is over, its process fails, or there is no turn.
        """
        self._jobs += 1
        self._give_way()
        try:
            result: T = await self._run(function, arguments)
            return result
        finally:
            self._jobs -= 1

    async def _run(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        now = asyncio.get_running_loop().time
        deadline = now() + self._settings.timeout
        place = await self._place(self._quick, deadline)
        try:
            place.worker.begin(function, arguments, deadline - now())
            if not await place.worker.soon(self._patience, deadline - now()):
                place.worker.slow = True
                self._alone = place.worker
                self._give_way()
                if await self._quick.wanted(place.worker.reply, deadline):
                    if self._slow.take_now():
                        place.move(self._slow)
                    else:
                        place.leave()
                        place = await self._place(self._slow, deadline)
                        place.worker.begin(function, arguments, deadline - now())
                        place.worker.step_back()
                if not await place.worker.done(deadline - now()):
                    limit = f"{self._settings.timeout:g} s"
                    raise Problem(504, f"query: stopped after {limit}; narrow it, or add LIMIT")
            return self._result(place.worker)
        finally:
            if self._alone is place.worker:
                self._alone = None
            place.leave()

    async def start(self) -> None:
        """Has workers ready for the first requests."""
        self._idle = [await self._worker() for _ in range(self._settings.quick)]
        self._refill()

    async def close(self) -> None:
        """Ends every process."""
        self._closed = True
        while self._chores:
            await asyncio.gather(*self._chores)
        await asyncio.gather(*(worker.kill() for worker in self._idle))
        if self._nursery is not None:
            self._nursery.close()

    def took_back(self, worker: Worker, snapshot: str) -> None:
        """A worker whose turn is over: it waits for the next job, or is replaced."""
        if worker.fit and not self._closed and self._nursery is not None and snapshot == self._nursery.snapshot:
            self._idle.append(worker)
        else:
            self._chore(worker.kill())
        self._refill()

    def _give_way(self) -> None:
        """A slow job that is no longer alone goes behind all others."""
        if self._alone is not None and self._jobs > 1:
            self._alone.step_back()
            self._alone = None

    def _patience(self) -> float:
        """The more wait, the less."""
        return self._settings.patience * min(1.0, self._settings.quick / max(self._quick.waiting, 1))

    async def _place(self, turns: Turns, deadline: float) -> "_Place":
        await turns.take(deadline)
        try:
            worker = await self._worker()
            assert self._nursery is not None
            return _Place(self, turns, worker, self._nursery.snapshot)
        except BaseException:
            turns.give()
            raise

    async def _worker(self) -> Worker:
        """An idle one, or a new one, on the newest snapshot."""
        newest = folder.published(self._path).name
        if self._nursery is None or self._nursery.snapshot != newest:
            async with self._opening:
                await self._open(newest)
        self._refill()
        while self._idle:
            worker = self._idle.pop()
            if worker.fit:
                return worker
            self._chore(worker.kill())
        assert self._nursery is not None
        return await self._nursery.worker()

    async def _open(self, snapshot: str) -> None:
        if self._nursery is not None and self._nursery.snapshot == snapshot:
            return
        before, self._nursery = self._nursery, await Nursery.start(self._path, snapshot, self._settings)
        older, self._idle = self._idle, []
        for worker in older:
            self._chore(worker.kill())
        if before is not None:
            before.close()

    def _refill(self) -> None:
        if not self._filling and not self._closed:
            self._filling = True
            self._chore(self._filled())

    async def _filled(self) -> None:
        """Has workers ready for those who come next."""
        try:
            while len(self._idle) < _SPARE * self._settings.quick and not self._closed:
                nursery = self._nursery
                if nursery is None:
                    return
                try:
                    worker = await nursery.worker()
                except Problem:  # the nursery is gone, of which the next who asks is told
                    return
                if nursery is self._nursery and not self._closed:
                    self._idle.append(worker)
                else:
                    await worker.kill()
        finally:
            self._filling = False

    def _result(self, worker: Worker) -> Any:
        assert worker.reply is not None
        if worker.reply.exception() is not None:
            most = self._settings.memory // 1_000_000
            raise Problem(422, f"query: needs more than {most:,} MB of memory, or is nested too deep; narrow it")
        result = worker.reply.result()
        if isinstance(result, Exception):
            raise result
        return result

    def _chore(self, work: Coroutine[Any, Any, None]) -> None:
        chore = asyncio.ensure_future(work)
        self._chores.add(chore)
        chore.add_done_callback(self._chores.discard)


class _Place:
    """A turn that is held, and the worker at it."""

    def __init__(self, workers: Workers, turns: Turns, worker: Worker, snapshot: str) -> None:
        self.worker = worker
        self._workers = workers
        self._turns: Turns | None = turns
        self._snapshot = snapshot

    def move(self, turns: Turns) -> None:
        """Into a turn that was taken for it."""
        assert self._turns is not None
        self._turns.give()
        self._turns = turns

    def leave(self) -> None:
        if self._turns is not None:
            self._turns.give()
            self._turns = None
            self._workers.took_back(self.worker, self._snapshot)
