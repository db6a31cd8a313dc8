"""Whose turn it is."""

import asyncio
from typing import Any

from kg_builder.serve.problems import Problem


class Turns:
    """``free`` turns, and at most ``most`` who wait for one, served in the order in which they came."""

    def __init__(self, free: int, most: int) -> None:
        self._free = free
        self._most = most
        self._waiting: list[asyncio.Future[None]] = []
        self._crowded = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def take_now(self) -> bool:
        """Whether there was a turn free; it is taken then."""
        if not self._free:
            return False
        self._free -= 1
        return True

    async def take(self, deadline: float) -> None:
        """Raises Problem where too many wait, or no turn comes before ``deadline`` on the loop's clock."""
        if self.take_now():
            return
        if len(self._waiting) >= self._most:
            raise Problem(503, "server: too many requests are waiting; try again later")
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._crowded.set()
        try:
            async with asyncio.timeout_at(deadline):
                await turn
        except BaseException as error:
            if turn in self._waiting:
                self._forget(turn)
            elif not turn.cancelled():
                self.give()  # it came, and too late
            if isinstance(error, TimeoutError):
                raise Problem(503, "server: slow queries took all the time; try again later") from error
            raise

    async def wanted(self, done: asyncio.Task[Any] | None, deadline: float) -> bool:
        """Whether somebody waits for a turn, or comes to do so, before ``done`` or ``deadline``."""
        assert done is not None
        crowded = asyncio.ensure_future(self._crowded.wait())
        left = deadline - asyncio.get_running_loop().time()
        await asyncio.wait({crowded, done}, timeout=max(left, 0.0), return_when=asyncio.FIRST_COMPLETED)
        crowded.cancel()
        return not done.done() and self._crowded.is_set()

    def give(self) -> None:
        """Gives a turn back."""
        while self._waiting:
            turn = self._waiting[0]
            self._forget(turn)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    def _forget(self, turn: asyncio.Future[None]) -> None:
        self._waiting.remove(turn)
        if not self._waiting:
            self._crowded.clear()
