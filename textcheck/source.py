"""Finding the files to check, and turning their bytes into text.

Text keeps its newlines exactly as they are, since offsets point into it. Only a byte order mark is
dropped: offsets count from the character after it. A `Source` remembers its bytes, so that mended
text goes back just as it came.
"""

from __future__ import annotations

import codecs
import difflib
import encodings.aliases
import errno
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pathspec import GitIgnoreSpec

# UTF-32 stands first: its little-endian mark begins with the one of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Kinds of file that people take for text, or that may pass for text byte by byte.
_SIGNATURES = (
    (b"%PDF-", "a PDF document; extract its text first"),
    (b"PK\x03\x04", "a zip archive, as .docx, .odt and .epub are; extract its text first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document; save it as text first"),
    (b"{\\rtf", "an RTF document; save it as text first"),
    (b"\x1f\x8b", "gzip-compressed; unpack it first"),
    (b"\x89PNG\r\n", "a PNG image, not text"),
    (b"GIF87a", "a GIF image, not text"),
    (b"GIF89a", "a GIF image, not text"),
    (b"\xff\xd8\xff", "a JPEG image, not text"),
)

_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - set(b"\b\t\n\v\f\r\x1b"))

_BINARY_SHARE = 0.3
"""Share of control bytes above which valid UTF-8 counts as binary: the bound of Perl's ``-T`` test
(perldoc -f -X). Below it, stray NULs are damage in a text, which is ours to report."""

_UTF16_SAMPLE = 4096
"""Bytes looked at when guessing UTF-16 without a byte order mark."""


_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""Bits of a file's mode without all of which it is read-only."""


class SourceError(Exception):
    """A text that cannot be had: one line that names the thing and the way out.

    `path` is the path it is about, or None for bytes that came from elsewhere.
    """

    def __init__(self, message: str, path: Path | None = None) -> None:
        super().__init__(message)
        self.path = path


def decode(data: bytes, encoding: str | None = None) -> str:
    r"""Turn bytes into text, newlines untouched, without a leading byte order mark.

    Args:
        data: the whole content of a file.
        encoding: a codec name of Python, such as ``"cp1252"``. By default a byte order mark decides
            between UTF-8, UTF-16 and UTF-32; without one the bytes must be UTF-8.

    Returns:
        The text. NULs and other control characters stay in it.

    Raises:
        SourceError: the bytes are no text, are not valid in the encoding, or there is no such encoding.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"this is {kind}")
    if encoding is not None:
        return _decode_as(data, encoding).removeprefix("\ufeff")
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, codec, len(mark))
    if guess := _utf16_without_mark(data):
        raise SourceError(f"this looks like UTF-16 without a byte order mark; pass --encoding {guess}")
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > _BINARY_SHARE * len(data):
        raise SourceError("this is a binary file, not text; leave it out or extract its text first")
    try:
        return _decode_as(data, "utf-8")
    except SourceError:
        # No 8-bit or multi-byte encoding of text uses NUL, so another --encoding would not help.
        if b"\0" in data:
            raise SourceError(
                "this is a binary file, not text; leave it out or extract its text first"
            ) from None
        raise


@dataclass(frozen=True, slots=True)
class Source:
    """A text with the bytes it was decoded from, and the way back.

    `encoding` is what `decode` was told; `path` is the file, or None for bytes that came from elsewhere.
    """

    data: bytes
    text: str
    encoding: str | None = None
    path: Path | None = None

    @property
    def codec(self) -> str:
        """The codec that decodes the bytes and, unlike ``utf-16``, neither drops nor adds a mark."""
        return _mark_and_codec(self.data, self.encoding)[1]

    def encode(self, text: str) -> bytes:
        """Turn another text into bytes: same encoding, same byte order mark or none, newlines untouched.

        Raises:
            SourceError: the encoding lacks a character of `text`, or is not one-to-one, so that what
                is to stay would change too.
        """
        mark, codec = _mark_and_codec(self.data, self.encoding)
        try:
            faithful = mark + self.text.encode(codec) == self.data
            data = mark + text.encode(codec)
        except UnicodeEncodeError as error:
            problem = f"U+{ord(error.object[error.start]):04X} cannot be written in {codec}"
            raise self._error(f"{problem}; convert the text to UTF-8 first") from error
        if not faithful:
            raise self._error(f"cannot be written back in {codec} byte by byte; convert it to UTF-8 first")
        return data

    def write(self, data: bytes) -> None:
        """Replace the content of the file at once, or not at all; its mode and owner stay.

        Raises:
            SourceError: the file is read-only, cannot be replaced, or has changed since it was read.
        """
        assert self.path is not None  # noqa: S101  # only files are written
        try:
            _replace(self.path, self.data, data)
        except OSError as error:
            reason = error.strerror or str(error)
            raise self._error(f"cannot be written ({reason}); check who may write there") from error

    def _error(self, message: str) -> SourceError:
        return SourceError(f"{_shown(self.path)}: {message}" if self.path else message, self.path)


def read_source(path: Path, encoding: str | None = None) -> Source:
    """Read a whole file; see `decode` for `encoding` and what is kept.

    Raises:
        SourceError: the file is missing, unreadable, not a regular file or no text.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _not_regular(path)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    try:
        return Source(data, decode(data, encoding), encoding, path)
    except SourceError as error:
        raise SourceError(f"{_shown(path)}: {error}", path) from error


def read_text(path: Path, encoding: str | None = None) -> str:
    """Read the text of a whole file; see `read_source`."""
    return read_source(path, encoding).text


def find_files(
    paths: Sequence[Path],
    *,
    extensions: Collection[str],
    exclude: Sequence[str] = (),
    respect_gitignore: bool = True,
    root: Path | None = None,
) -> Iterator[Path | SourceError]:
    """Find the files to check, lazily, each once, in a stable order.

    A path that is a file is taken whatever its name. A folder is walked in the order of its names;
    hidden entries (a leading dot) and links to folders are left out, links to files are followed.
    Trouble with one path does not stop the others.

    Args:
        paths: files and folders.
        extensions: endings of the names wanted in folders, with their dot, in any case.
        exclude: patterns in the syntax of .gitignore for what to leave out in folders.
        respect_gitignore: also leave out what the .gitignore files say, those in the folder and,
            within a git repository, those above it. A folder that is itself ignored, yet named
            here, is walked. Git's global excludes are not read.
        root: the folder that `exclude` is relative to, by default the working directory; for
            folders outside of it, the folder itself.

    Yields:
        The path of a file, or a `SourceError` for what cannot be checked: a missing path, a folder
        that may not be read, a folder without any file to check.

    Raises:
        SourceError: a pattern of `exclude` is malformed.
    """
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # 30 ms that checking a string need not pay

    for pattern in exclude:
        if not _is_pattern(pattern):
            raise SourceError(f"exclude pattern {pattern!r} is malformed; use the syntax of .gitignore")
    walker = _Walker(
        suffixes=tuple(extension.lower() for extension in extensions),
        exclude=GitIgnoreSpec.from_lines(exclude),
        root=os.path.realpath(root or Path.cwd()),
        respect_gitignore=respect_gitignore,
    )
    return walker.find(paths)


class _Layer(NamedTuple):
    """The patterns of one .gitignore, and how many characters of a real path its folder takes."""

    base_length: int
    spec: GitIgnoreSpec


class _Folder(NamedTuple):
    """A folder during the walk: as the user names it, its real path, and the patterns in force."""

    path: Path
    real: str
    layers: tuple[_Layer, ...]


class _Walker:
    """One search for files: what is wanted, and what was already seen."""

    def __init__(
        self, *, suffixes: tuple[str, ...], exclude: GitIgnoreSpec, root: str, respect_gitignore: bool
    ) -> None:
        self._suffixes = suffixes
        self._exclude = exclude
        self._root = root
        self._respect_gitignore = respect_gitignore
        self._seen: set[str] = set()

    def find(self, paths: Sequence[Path]) -> Iterator[Path | SourceError]:
        for path in paths:
            kind = _kind(path)
            if isinstance(kind, SourceError):
                yield kind
            elif kind == "folder":
                yield from self._in_folder(path)
            elif self._is_new(os.path.realpath(path)):
                yield path

    def _is_new(self, real: str) -> bool:
        if real in self._seen:
            return False
        self._seen.add(real)
        return True

    def _in_folder(self, path: Path) -> Iterator[Path | SourceError]:
        found = False
        for item, real in self._walk(path):
            found = True
            if isinstance(item, SourceError) or self._is_new(real):
                yield item
        if not found:
            wanted = ", ".join(sorted(self._suffixes))
            yield SourceError(
                f"{_shown(path)}: no file to check in this folder; looked for {wanted} that are not hidden, "
                "excluded or ignored by git; name a file itself to check it whatever its name",
                path,
            )

    def _walk(self, path: Path) -> Iterator[tuple[Path | SourceError, str]]:
        real = os.path.realpath(path)
        inside = real == self._root or real.startswith(self._root.rstrip(os.sep) + os.sep)
        exclude = _Layer(_base_length(self._root if inside else real), self._exclude)
        layers = self._layers_above(real) if self._respect_gitignore else ()
        # A stack, not recursion: folders may be nested deeper than Python's frames.
        stack = [self._entries(_Folder(path, real, layers), exclude)]
        while stack:
            item = next(stack[-1], None)
            if item is None:
                stack.pop()
            elif isinstance(item, _Folder):
                stack.append(self._entries(item, exclude))
            else:
                yield item

    def _entries(
        self, folder: _Folder, exclude: _Layer
    ) -> Iterator[_Folder | tuple[Path | SourceError, str]]:
        """Yield the folders and the wanted files in one folder, by name."""
        try:
            with os.scandir(folder.path) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            yield _unreadable(folder.path, error), folder.real
            return
        layers = folder.layers
        if self._respect_gitignore and any(entry.name == ".gitignore" for entry in entries):
            layers = (*layers, _read_gitignore(folder.real))
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or not (is_folder or entry.name.lower().endswith(self._suffixes)):
                continue
            path, real = folder.path / entry.name, str(Path(folder.real, entry.name))
            name = real.replace(os.sep, "/") + "/" * is_folder
            if _is_ignored(name, (exclude,)) or _is_ignored(name, layers):
                continue
            if is_folder:
                yield _Folder(path, real, layers)
            elif entry.is_file(follow_symlinks=False):
                yield path, real
            else:
                kind = _kind(path)
                if isinstance(kind, SourceError):
                    yield kind, real
                elif kind == "file":
                    yield path, os.path.realpath(real)

    def _layers_above(self, real: str) -> tuple[_Layer, ...]:
        """Read the .gitignore files from the top of the git repository down to above `real`."""
        above: list[str] = []
        folder = Path(real)
        while not (folder / ".git").exists():
            if folder == folder.parent:
                return ()
            folder = folder.parent
            above.append(str(folder))
        layers = tuple(
            _read_gitignore(parent) for parent in reversed(above) if Path(parent, ".gitignore").is_file()
        )
        return () if _is_ignored(real.replace(os.sep, "/") + "/", layers) else layers


def _base_length(folder: str) -> int:
    return len(folder.rstrip(os.sep)) + 1


def _is_ignored(name: str, layers: tuple[_Layer, ...]) -> bool:
    """Ask the patterns nearest to the file first, as git does; a folder's name ends in a slash."""
    for base_length, spec in reversed(layers):
        include = spec.check_file(name[base_length:]).include
        if include is not None:
            return include
    return False


def _read_gitignore(folder: str) -> _Layer:
    """Read one .gitignore; like git, pass over malformed patterns and a file that cannot be read."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # 30 ms that checking a string need not pay

    try:
        content = Path(folder, ".gitignore").read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError:
        content = ""
    lines = [line for line in content.split("\n") if _is_pattern(line)]
    return _Layer(_base_length(folder), GitIgnoreSpec.from_lines(lines))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # 30 ms that checking a string need not pay

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _mark_and_codec(data: bytes, encoding: str | None) -> tuple[bytes, str]:
    """Name the byte order mark of decoded bytes, and the codec of what follows, which writes no mark."""
    name = codecs.lookup(encoding).name if encoding else ""
    for mark, codec in _BYTE_ORDER_MARKS:
        family = codec.removesuffix("-le").removesuffix("-be")
        if data.startswith(mark) and name in {"", codec, family, f"{family}-sig"}:
            return mark, codec
    if name in {"utf-16", "utf-32"}:
        return b"", f"{name}-{sys.byteorder[0]}e"
    return b"", name.removesuffix("-sig") or "utf-8"


def _replace(path: Path, expected: bytes, data: bytes) -> None:
    """Put `data` in the place of `expected`, by way of a temporary file beside it."""
    import tempfile  # noqa: PLC0415  # 10 ms that only writing need pay

    # A link stays a link: the file it leads to is the one to replace.
    target = path.resolve()
    status = target.stat()
    # Replacing asks for the rights of the folder only, and an administrator has all of them.
    if not (status.st_mode & _ANY_WRITE and os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    descriptor, name = tempfile.mkstemp(prefix=".textcheck-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        made = temporary.stat()
        if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            os.chown(temporary, status.st_uid, status.st_gid)
        temporary.chmod(stat.S_IMODE(status.st_mode))
        _require_unchanged(path, expected)
        temporary.replace(target)
    except BaseException:
        temporary.unlink()
        raise


def _require_unchanged(path: Path, expected: bytes) -> None:
    if path.read_bytes() != expected:
        raise SourceError(f"{_shown(path)}: has changed since it was read; run textcheck again", path)


def _decode_as(data: bytes, encoding: str, skip: int = 0) -> str:
    """Decode `data` after its first `skip` bytes; an error counts bytes from the start of `data`."""
    try:
        return str(memoryview(data)[skip:], encoding)
    except UnicodeDecodeError as error:
        offset = skip + error.start
        before = data[skip:offset].decode(encoding, "replace")
        line = 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
        name = codecs.lookup(encoding).name.upper()
        raise SourceError(
            f"not valid {name}: byte 0x{data[offset]:02x} at byte offset {offset}, line {line}; "
            "name the encoding, for example --encoding cp1252"
        ) from error
    except (LookupError, ValueError) as error:
        asked = encoding.lower().replace("-", "_")
        # A codec that is no text encoding, such as hex, must not be proposed in place of itself.
        near = difflib.get_close_matches(asked, encodings.aliases.aliases.keys() - {asked}, 1)
        hint = f"did you mean {near[0]!r}?" if near else "use one such as utf-8, utf-16 or cp1252"
        raise SourceError(f"unknown text encoding {encoding!r}; {hint}") from error


def _utf16_without_mark(data: bytes) -> str | None:
    """Name the UTF-16 variant that bytes without a mark look like: NUL in every second place."""
    places = min(len(data), _UTF16_SAMPLE) // 2
    sample = data[: 2 * places]
    high_first, low_first = sample[::2].count(0), sample[1::2].count(0)
    if min(high_first, low_first) * 10 > places or max(high_first, low_first) * 2 <= places:
        return None
    return "utf-16-be" if high_first > low_first else "utf-16-le"


def _kind(path: Path) -> str | SourceError:
    """Tell whether `path` is a ``file`` or a ``folder``, or why it is neither."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        return _unreadable(path, error)
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else _not_regular(path)


def _not_regular(path: Path) -> SourceError:
    if path.is_dir():
        return SourceError(f"{_shown(path)}: a folder, not a file; name a file in it", path)
    return SourceError(
        f"{_shown(path)}: a pipe or device, not a file; pass its text on standard input, with - as the path",
        path,
    )


def _unreadable(path: Path, error: OSError | ValueError) -> SourceError:
    name = _shown(path)
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        return SourceError(f"{name}: a broken link; mend or remove it", path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceError(f"{name}: no such file or folder; check the path", path)
    if isinstance(error, PermissionError):
        return SourceError(f"{name}: permission denied; make it readable or leave it out", path)
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return SourceError(f"{name}: a link that leads back to itself; mend or remove it", path)
    reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return SourceError(f"{name}: cannot be read ({reason}); check the path", path)


def _shown(path: Path) -> str:
    """Write a path on one line, whatever its name holds."""
    name = str(path)
    return name if name.isprintable() else repr(name)
