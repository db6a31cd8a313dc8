"""The command line: data to standard output, talk to standard error, ``-`` for the standard streams.

Exit codes are those of ``kg_builder.errors``. Commands import what they need when they run, so that ``--help`` and
``query`` answer quickly and no question loads spaCy.
"""

import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from kg_builder import __version__
from kg_builder.cli import asking, building, giving, judging, serving
from kg_builder.errors import KgBuilderError

app = typer.Typer(
    name="kg-builder",
    help="News articles and official statements in; a validated, reasoned RDF graph out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
for _command in (
    building.build,
    building.remove,
    building.infer,
    building.backup,
    building.restore,
    asking.query,
    asking.explain,
    asking.stats,
    giving.export,
    giving.records,
    judging.evaluate,
    judging.validate,
    serving.serve,
):
    app.command()(_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg-builder {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the code an error arose.")] = False,
) -> None:
    pass


def main() -> None:
    """Runs the command that the arguments of this process name, and leaves with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit code of one command; what it had to say went to the standard streams."""
    try:
        app(list(arguments), prog_name="kg-builder")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    except Exception as error:
        if "--debug" in arguments:
            traceback.print_exc()
        return _told(error)
    return 0


def _told(error: Exception) -> int:
    if isinstance(error, KgBuilderError):
        print(f"kg-builder: {error}", file=sys.stderr)
        return error.exit_code
    what = f"{type(error).__name__}: {' '.join(str(error).split())}"
    print(f"kg-builder: internal error: {what}; please report it with what kg-builder --debug shows", file=sys.stderr)
    return 3
