from __future__ import annotations

import codecs
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcheck.source import SourceError, decode, find_files, read_text

EXTENSIONS = (".txt", ".md")
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def write(path: Path, content: str = "Some text.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def found(
    root: Path, *paths: str, exclude: tuple[str, ...] = (), respect_gitignore: bool = True
) -> list[str]:
    """List what is found below `root`: relative names, and errors as their messages without the root."""
    items = find_files(
        [root / path for path in paths or ("",)],
        extensions=EXTENSIONS,
        exclude=exclude,
        respect_gitignore=respect_gitignore,
        root=root,
    )
    return [
        str(item).replace(f"{root}/", "")
        if isinstance(item, SourceError)
        else item.relative_to(root).as_posix()
        for item in items
    ]


@given(st.text())
def test_utf8_is_kept_exactly(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_dropped(codec: str) -> None:
    assert decode("a\r\nb\rc\n😀".encode(codec)) == "a\r\nb\rc\n😀"
    assert decode("a😀".encode(codec), codec.removesuffix("-sig")) == "a😀"


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-32-be"])
def test_big_endian_marks(codec: str) -> None:
    assert decode("\ufeffnaïve".encode(codec)) == "naïve"


def test_only_the_first_mark_is_dropped() -> None:
    assert decode("\ufeff\ufeffa".encode()) == "\ufeffa"


def test_nothing_is_text() -> None:
    assert decode(b"") == ""
    assert decode(codecs.BOM_UTF16_LE) == ""


def test_a_given_encoding_is_honoured() -> None:
    assert decode("naïve".encode("latin-1"), "latin-1") == "naïve"


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_invalid_utf8_names_the_place_and_the_way_out(mark: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        decode(mark + b"one\r\ntwo\rthree \xe9t\n")
    assert str(caught.value) == (
        f"not valid UTF-8: byte 0xe9 at byte offset {15 + len(mark)}, line 3; "
        "name the encoding, for example --encoding cp1252"
    )


def test_damaged_utf16_counts_bytes_of_the_file() -> None:
    data = codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00\xdc" + "c".encode("utf-16-le")
    with pytest.raises(SourceError, match="not valid UTF-16-LE: byte 0x00 at byte offset 8, line 2"):
        decode(data)


@pytest.mark.parametrize(
    ("name", "hint"), [("latin1x", "did you mean 'latin1'"), ("hex", "use one"), ("a\0b", "use one")]
)
def test_an_unknown_encoding(name: str, hint: str) -> None:
    with pytest.raises(SourceError, match=hint) as caught:
        decode(b"text", name)
    assert "\0" not in str(caught.value)


def test_a_few_nuls_are_damage_in_a_text() -> None:
    assert decode(b"e\0cient work\0ow\n" * 9) == "e\0cient work\0ow\n" * 9


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_named(codec: str) -> None:
    with pytest.raises(SourceError, match=f"--encoding {codec}"):
        decode("Größe, naïve.\n".encode(codec))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\nplain", "PDF"),
        (b"PK\x03\x04docx", "zip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "binary"),
        (bytes(range(32)) * 9, "binary"),
        (b"\0", "binary"),
    ],
)
def test_binary_files(data: bytes, kind: str) -> None:
    with pytest.raises(SourceError, match=kind):
        decode(data)


def test_a_long_line_takes_time_in_proportion() -> None:
    line = b"word " * 2_000_000
    start = time.process_time()
    assert len(decode(line)) == len(line)
    with pytest.raises(SourceError):
        decode(line + b"\xff")
    assert time.process_time() - start < 5


def test_read_text_keeps_newlines_and_names_the_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\r\nb\n")
    assert read_text(path) == "a\r\nb\n"
    path.write_bytes(b"\xff")
    with pytest.raises(SourceError, match=r"a\.txt: not valid UTF-8") as caught:
        read_text(path)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("name", "hint"), [("none.txt", "no such file"), (".", "a folder"), ("a\0b", "cannot be read")]
)
def test_read_text_of_no_file(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(SourceError, match=hint) as caught:
        read_text(tmp_path / name)
    assert str(caught.value).isprintable()


def test_folders_give_known_extensions_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in (
        "b.md",
        "a/z.txt",
        "a/c.TXT",
        "a/x.py",
        ".git/x.md",
        ".cache/y.md",
        ".hidden.md",
        "c/d/e.md",
    ):
        write(tmp_path / name)
    assert found(tmp_path) == ["a/c.TXT", "a/z.txt", "b.md", "c/d/e.md"]


def test_a_named_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path / ".odd.py")
    assert found(tmp_path, ".odd.py") == [".odd.py"]


def test_each_file_comes_once(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b.md")
    assert found(tmp_path, "a/b.md", "a", "a/../a/b.md", "a") == ["a/b.md"]


def test_trouble_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    write(tmp_path / "code" / "x.py")
    missing, empty, file = found(tmp_path, "none.md", "code", "a.md")
    assert missing == "none.md: no such file or folder; check the path"
    assert empty.startswith("code: no file to check in this folder; looked for .md, .txt that are not hidden")
    assert file == "a.md"


@posix
def test_links(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.md")
    (tmp_path / "real" / "loop").symlink_to(tmp_path)
    (tmp_path / "real" / "self.md").symlink_to("self.md")
    (tmp_path / "real" / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "real" / "same.md").symlink_to("a.md")
    (tmp_path / "link").symlink_to("real")
    assert found(tmp_path, "link") == [
        "link/a.md",
        "link/gone.md: a broken link; mend or remove it",
        "link/self.md: a link that leads back to itself; mend or remove it",
    ]


@posix
def test_pipes_and_devices(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert "pipe or device" in found(tmp_path, "pipe.md")[0]
    assert "pipe or device" in found(tmp_path)[0]
    with pytest.raises(SourceError, match="pipe or device"):
        read_text(tmp_path / "pipe.md")


@posix
def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: object, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    write(tmp_path / "a.md")
    monkeypatch.setattr(os, "scandir", deny)
    assert found(tmp_path, "a.md") == ["a.md"]
    assert "permission denied" in found(tmp_path)[0]
    monkeypatch.setattr(Path, "read_bytes", deny)
    with pytest.raises(SourceError, match="permission denied; make it readable"):
        read_text(tmp_path / "a.md")


def test_gitignore(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".gitignore", "build/\n*.txt\n!\n\\\n/top.md\n")
    write(tmp_path / "docs" / ".gitignore", "!keep.txt\ndrafts\n")
    for name in (
        "top.md",
        "a.md",
        "build/x.md",
        "docs/a.txt",
        "docs/keep.txt",
        "docs/top.md",
        "docs/drafts/b.md",
    ):
        write(tmp_path / name)
    assert found(tmp_path) == ["a.md", "docs/keep.txt", "docs/top.md"]
    assert found(tmp_path, "docs") == ["docs/keep.txt", "docs/top.md"]
    assert found(tmp_path, "build") == ["build/x.md"]
    assert found(tmp_path, "top.md") == ["top.md"]
    assert len(found(tmp_path, respect_gitignore=False)) == 7


def test_gitignore_above_counts_within_a_repository_only(tmp_path: Path) -> None:
    write(tmp_path / ".gitignore", "*.md\n")
    write(tmp_path / "docs" / "a.md")
    assert found(tmp_path, "docs") == ["docs/a.md"]


def test_exclude(tmp_path: Path) -> None:
    for name in ("a.md", "old/b.md", "docs/old/c.md", "docs/d.md"):
        write(tmp_path / name)
    assert found(tmp_path, exclude=("old",)) == ["a.md", "docs/d.md"]
    assert found(tmp_path, "docs", exclude=("/docs/old",)) == ["docs/d.md"]
    assert found(tmp_path, "old/b.md", exclude=("old",)) == ["old/b.md"]
    with pytest.raises(SourceError, match="exclude pattern '!' is malformed"):
        found(tmp_path, exclude=("!",))


def test_files_come_before_the_walk_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/1.md", "b/2.md"):
        write(tmp_path / name)
    opened: list[str] = []
    real = os.scandir

    def note(path: Path) -> object:
        opened.append(Path(path).name)
        return real(path)

    monkeypatch.setattr(os, "scandir", note)
    assert next(iter(find_files([tmp_path], extensions=EXTENSIONS))) == tmp_path / "a" / "1.md"
    assert "b" not in opened


def test_folders_nested_deeply(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 400)
    write(deep / "a.md")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        assert list(find_files([tmp_path], extensions=EXTENSIONS)) == [deep / "a.md"]
    finally:
        sys.setrecursionlimit(limit)
