"""Wrong usage, told with what to write instead: what click finds wrong in a command line, in our words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import click

from deckgen.diagnostics import did_you_mean

_MEANT = {
    "--output": "--out",
    "--out": "--output",
    "--dir": "--out",
    "--format": "--to",
    "--type": "--to",
    "--var": "--set",
    "--variable": "--set",
    "--theme": "--brand",
    "--template": "--brand",
    "--size": "--width",
    "--who": "--audience",
    "--overwrite": "--force",
    "--parallel": "--jobs",
    "--threads": "--jobs",
    "--workers": "--jobs",
    "--csv": "--rows",
    "--data": "--rows",
    "--filter": "--where",
    "--since": "--rev",
    "--json": "--format json",
    "--quiet": "--format json",
    "-q": "--format json",
    "-v": "--version",
    "-V": "--version",
    "-?": "--help",
    "-help": "--help",
}
"""What others call options of ours."""
_LONG_DASH = r"-?[‐‑‒–—―−][-‐‑‒–—―−]*(?=\w)"


def check_dashes(arguments: Sequence[str]) -> None:
    """Wrong usage for an option whose hyphens a word processor has made into a dash."""
    for argument in arguments:
        if found := re.match(_LONG_DASH, argument):
            name = argument[found.end() :]
            hyphens = "-" if len(name.partition("=")[0]) == 1 else "--"
            raise click.UsageError(
                f'"{argument[:60]}" begins with a dash, which a word processor puts for hyphens; write {hyphens}{name}'
            )


def show_usage_error(error: click.UsageError, arguments: Sequence[str], cli: click.Group) -> None:
    """Tell wrong usage on stderr: how the command is used, what is wrong, and what to write."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    context = error.ctx or _context(arguments, cli)
    click.echo(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n", err=True)
    click.echo(f"Error: {_told(error, context, arguments)}", err=True)


def _context(arguments: Sequence[str], cli: click.Group) -> click.Context:
    """The context of the command that is called for, where click gives none."""
    context = click.Context(cli, info_name="deckgen")
    for argument in arguments:
        group = context.command
        found = group.get_command(context, argument) if isinstance(group, click.Group) else None
        if found is None:
            break
        context = click.Context(found, info_name=argument, parent=context)
    return context


def _told(error: click.UsageError, context: click.Context, arguments: Sequence[str]) -> str:
    if found := _one_hyphen(context, arguments):
        return f"{found} has one hyphen, and wants two; write -{found}"
    match error:
        case click.NoSuchCommand() if isinstance(context.command, click.Group):
            path, name = context.command_path.removeprefix("deckgen "), error.command_name
            return f'there is no command "{path} {name}"; {did_you_mean(name, context.command.list_commands(context))}'
        case click.NoSuchOption():
            return f"there is no option {error.option_name}; {_meant_option(error.option_name, context, arguments)}"
        case click.BadOptionUsage():
            return _of_value(error.option_name, context, error.message)
        case click.MissingParameter() if error.param is not None:
            return f"{error.param.make_metavar(context)} is missing; {_example(context)}"
        case click.BadParameter() if error.param is not None:
            return f"{_named(error.param, context)}: {_of_choice(error, error.param)}"
    extra = re.match(r"Got unexpected extra arguments? \((.*)\)$", error.message, re.DOTALL)
    return _too_many(extra[1], context) if extra else error.format_message()


def _too_many(words: str, context: click.Context) -> str:
    """What to do about words behind those that a command takes."""
    takes = " ".join(one.make_metavar(context) for one in context.command.params if isinstance(one, click.Argument))
    act = f"it takes {takes}; put a name with blanks in quotes" if takes else "it takes no name; leave it out"
    return f'"{words[:60]}" is more than {context.command_path} knows: {act}'


def _options(context: click.Context) -> dict[str, click.Option]:
    """The options of a command by every way they are written."""
    options = [one for one in context.command.get_params(context) if isinstance(one, click.Option)]
    return {name: one for one in options for name in (*one.opts, *one.secondary_opts)}


def _meant_option(name: str, context: click.Context, arguments: Sequence[str]) -> str:
    """What to write for an option that isn't there."""
    known, meant = _options(context), _MEANT.get(name, "")
    if meant.split(" ")[0] in known:
        return f"did you mean: {meant}?"
    others = [path for path, theirs in _of_others(context) if name in theirs]
    if others and context.parent is None:
        called = next((path for path in others if path.split()[-1] in arguments), others[0])
        return f"it goes behind the command: {called} {name}"
    if others:
        return f"{_listed(others)} it; leave it out here"
    near = did_you_mean(name, [one for one in known if one.startswith("--")]) if name.startswith("--") else None
    if near and near.startswith("did"):
        return near.replace('"', "").replace("mean ", "mean: ")
    return f"`{context.command_path} --help` lists those there are"


def _listed(commands: Sequence[str]) -> str:
    """'deckgen build, deckgen render and deckgen check have'."""
    *before, last = commands[:3]
    return f"{', '.join(before)} and {last} have" if before else f"{last} has"


def _one_hyphen(context: click.Context, arguments: Sequence[str]) -> str | None:
    """An option of the command that was typed with one hyphen for two: `-to`."""
    long = {name[1:] for name in _options(context) if name.startswith("--")}
    return next((one for argument in arguments if (one := argument.partition("=")[0]) in long and len(one) > 2), None)


def _of_others(context: click.Context) -> Iterator[tuple[str, dict[str, click.Option]]]:
    """The other commands beside this one, with their options."""
    above = context.find_root()
    assert isinstance(above.command, click.Group)
    for name in above.command.list_commands(above):
        command = above.command.get_command(above, name)
        if command is not None and command is not context.command:
            yield f"deckgen {name}", _options(click.Context(command, info_name=name, parent=above))


def _of_value(name: str, context: click.Context, message: str) -> str:
    """What to write for an option with a value too many or too few."""
    option = _options(context).get(name)
    if option is None:
        return message
    if option.is_flag:
        return f"{name} takes no value; write {name} alone"
    value = option.type.choices[0] if isinstance(option.type, click.Choice) else option.make_metavar(context)
    return f"{name} wants a value after it: {name} {value}"


def _named(param: click.Parameter, context: click.Context) -> str:
    """A parameter as the user knows it: --width, or DECK."""
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.make_metavar(context)


def _of_choice(error: click.BadParameter, param: click.Parameter) -> str:
    """The message, and where one of several words is wanted, the one that was likely meant."""
    if not isinstance(param.type, click.Choice):
        return error.message
    given = re.match(r"'(.*?)' is not one of", error.message)
    choices = [str(choice) for choice in param.type.choices]
    near = did_you_mean(given[1], choices) if given else None
    meant = near[len('did you mean "') : -len('"?')] if near and near.startswith("did") else choices[0]
    option = f"{max(param.opts, key=len)} " if isinstance(param, click.Option) else ""
    return f"{error.message.rstrip('.')}; write: {option}{meant}"


def _example(context: click.Context) -> str:
    """The first line of the command's examples, without what is said of it."""
    found = re.search(rf"(?m)\b{re.escape(context.command_path)} (\S+(?: \S+)*)", context.command.epilog or "")
    return f"for example: {found[0]}" if found else f"see `{context.command_path} --help`"
