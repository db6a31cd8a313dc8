"""Writes the reference of the command line: ``python -m kg_builder.cli.reference > docs/command-line.md``."""

from typing import Any

import typer

from kg_builder.cli import app

_HEAD = """# The command line

Data go to standard output, talk goes to standard error, `-` stands for the standard streams. `KG_BUILDER_STORE` may
name the store. Exit codes: 0 fine; 1 data do not conform or accuracy is below its floor; 2 usage, or input that cannot
be read; 3 our own fault, to be reported with what `kg-builder --debug COMMAND` shows.

This page is written by `python -m kg_builder.cli.reference`.
"""


def reference() -> str:
    """What ``--help`` says of every command, as Markdown."""
    group: Any = typer.main.get_command(app)
    commands = [_section(f"kg-builder {name}", command) for name, command in group.commands.items()]
    return "\n".join([_HEAD, _section("kg-builder", group), *commands])


def _section(name: str, command: Any) -> str:
    context = typer.Context(command, info_name=name, terminal_width=100, max_content_width=100)
    lines = [line.rstrip() for line in command.get_help(context).splitlines()]
    return "\n".join([f"## {name}", "", "```", *lines, "```", ""])


if __name__ == "__main__":
    print(reference(), end="")
