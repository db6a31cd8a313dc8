"""Whose turn it is."""

import asyncio

import pytest

from kg_builder.serve.problems import Problem
from kg_builder.serve.turns import Turns


def test_the_first_come_goes_first_and_too_many_are_sent_away() -> None:
    order: list[str] = []

    async def asker(name: str, turns: Turns) -> None:
        await turns.take(asyncio.get_running_loop().time() + 60)
        order.append(name)
        turns.give()

    async def all_of_them() -> None:
        turns = Turns(1, 2)
        assert turns.take_now()
        assert not turns.take_now()
        old = asyncio.create_task(asker("old", turns))
        await asyncio.sleep(0)
        new = asyncio.create_task(asker("new", turns))
        await asyncio.sleep(0)
        with pytest.raises(Problem, match="too many") as refused:
            await turns.take(asyncio.get_running_loop().time() + 60)
        assert refused.value.status == 503
        turns.give()
        await asyncio.gather(old, new)
        assert turns.take_now()  # all turns came back

    asyncio.run(all_of_them())
    assert order == ["old", "new"]


def test_a_turn_that_comes_too_late_goes_to_the_next() -> None:
    async def all_of_them() -> None:
        turns = Turns(1, 5)
        now = asyncio.get_running_loop().time
        assert turns.take_now()
        with pytest.raises(Problem, match="slow queries took all the time"):
            await turns.take(now())
        waiting = asyncio.create_task(turns.take(now() + 60))
        await asyncio.sleep(0)
        turns.give()
        waiting.cancel()  # in the same breath in which its turn came
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert turns.take_now()

    asyncio.run(all_of_them())
