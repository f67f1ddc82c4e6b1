"""Write the figures, the curve and the tables of docs/model.md from what evaluate.py measured."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare import GENRES
from corpora import ROOT
from evaluate import alarms, figures, load, of_genre
from labels import real_holes

from textcheck import formats, model
from textcheck.model import network
from textcheck.model import tokens as tk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evaluate import Figures, Measured

DOCUMENT = ROOT / "docs" / "model.md"
CURVE = ROOT / "docs" / "model.svg"
RECORD = ROOT / "docs" / "model.json"
GOLDEN = ROOT / "tests" / "model" / "golden.json"

GOLDEN_TEXTS = (
    "The company employs people in countries, and its sales rose percent to million.",
    "A total of seats were won by the party, which was founded in.",
    "In the th century, -year-old boys could be sent to sea for $ a month.",
    "On 4 March 2019, 310 people paid $3.5m (about 1,200 people's wages) at 10:30.",
    "Hm.",
    "She was born on May and died in January of the same year.\n\nHer house stands, with of its rooms.",
)
"""Texts whose scores a test holds to the bit."""

WORDS_PER = (200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000)
"""Words of sound text per false alarm at which the curve has a point."""

CURVES = ("digits-tidied", "numbers", "digits-tidied, one", "numbers, one")


def limit_at(sound: Sequence[Measured], words_per: int, real: Mapping[Any, Any]) -> float:
    """Return the limit of the score at which so many words have one false proposal."""
    found = alarms(sound, real)
    allowed = sum(item.words for item in sound) // words_per
    return found[allowed][0] + 1e-4 if allowed < len(found) else model.FLOOR


def share(part: int, whole: int) -> str:
    """Return a share with two decimals, or a dash of nothing."""
    return f"{part / whole:.2f}" if whole else "–"


def rate(count: int, words: int) -> str:
    """Return words per event."""
    return f"{count} in {words:,}"


def recall_table(
    sets: Mapping[str, Sequence[Measured]], budget: str, real: Mapping[Any, Any]
) -> Iterator[str]:
    """Yield the table of recall and precision by genre and damage, at the shipped threshold of a budget."""
    limits = network.manifest()["limits"]
    yield "| genre | damage | gaps | rules | model | both | precision of the model |"
    yield "|---|---|---|---|---|---|---|"
    for genre in ("news", "reports", "blogs", "wiki"):
        limit = limits["all"][budget]
        for name, measured in sets.items():
            own = of_genre(measured, genre)
            if name == "sound" or not own:
                continue
            f = figures(own, limit, real)
            precision = share(f.true_model, f.true_model + f.false_model)
            yield (
                f"| {genre} | {name} | {f.gaps} | {share(f.by_rules, f.gaps)} | {share(f.by_model, f.gaps)}"
                f" | {share(f.by_either, f.gaps)} | {precision} |"
            )


def alarm_table(sets: Mapping[str, Sequence[Measured]], real: Mapping[Any, Any]) -> Iterator[str]:
    """Yield the table of false alarms in sound documents."""
    limits = network.manifest()["limits"]["all"]
    yield "| genre | documents | words | budget | false: rules | model alone | flagged by evidence |"
    yield "|---|---|---|---|---|---|---|"
    for genre in ("news", "reports", "blogs"):
        own = of_genre(sets["sound"], genre)
        flagged = sum(evidence_of(item) >= model.EVIDENCE for item in own)
        for budget, limit in limits.items():
            f = figures(own, limit, real)
            yield (
                f"| {genre} | {f.documents} | {f.words:,} | {budget} | {f.false_rules} | {f.false_model}"
                f" | {flagged} |"
            )


def evidence_of(item: Measured) -> float:
    """Return what `textcheck.model.evidence` returns for a document."""
    found = [model.Candidate(token, start, end, score) for token, start, end, score in item.candidates]
    return model._evidence(found, item.tokens)  # noqa: SLF001  # the same arithmetic


def verdict_table(sets: Mapping[str, Sequence[Measured]]) -> Iterator[str]:
    """Yield the table of documents with three or more losses, by what sees that something is lost."""
    limit = network.manifest()["limits"]["all"]["1 per 50,000 words"]
    yield "| documents | damage | number | rules | rules or evidence | any finding |"
    yield "|---|---|---|---|---|---|"
    for genre in ("news", "reports", "blogs"):
        for name, measured in sets.items():
            own = [item for item in of_genre(measured, genre) if len(item.gaps) >= 3]  # noqa: PLR2004
            if name == "sound" or len(own) < 20:  # noqa: PLR2004  # too few to tell
                continue
            f: Figures = figures(own, limit)
            by_evidence = sum(bool(item.rules) or evidence_of(item) >= model.EVIDENCE for item in own)
            yield (
                f"| {genre} | {name} | {len(own)} | {share(f.losing_seen_rules, len(own))}"
                f" | {share(by_evidence, len(own))} | {share(f.losing_seen, len(own))} |"
            )


def curves(
    sets: Mapping[str, Sequence[Measured]], real: Mapping[Any, Any]
) -> dict[str, list[tuple[int, float]]]:
    """Return recall of the model alone in news at each rate of false alarms."""
    sound = of_genre(sets["sound"], "news")
    result: dict[str, list[tuple[int, float]]] = {name: [] for name in CURVES}
    for words_per in WORDS_PER:
        limit = limit_at(sound, words_per, real)
        for name in CURVES:
            f = figures(of_genre(sets[name], "news"), limit)
            result[name].append((words_per, round(f.by_model / f.gaps, 4)))
    return result


def drawn(points: Mapping[str, Sequence[tuple[int, float]]]) -> str:
    """Return the curves as SVG."""
    width, height, left, top = 640, 400, 60, 20
    inner, depth = 420, 320
    dashes = ("", "6 3", "2 3", "8 3 2 3")
    font = 'font-family="sans-serif" font-size="12"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {font}>',
        "<title>Recall of the model alone in news, by words per false alarm</title>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for tenth in range(0, 11, 2):
        y = top + depth - tenth / 10 * depth
        parts.append(f'<line x1="{left}" y1="{y}" x2="{left + inner}" y2="{y}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{tenth / 10:.1f}</text>')
    step = inner / (len(WORDS_PER) - 1)
    for index, words in enumerate(WORDS_PER):
        x = left + index * step
        parts.append(f'<text x="{x:.0f}" y="{top + depth + 18}" text-anchor="middle">{words // 1000}k</text>')
    parts.append(
        f'<text x="{left + inner / 2}" y="{top + depth + 40}" text-anchor="middle">'
        "words per false alarm</text>"
    )
    parts.append(
        f'<text x="14" y="{top + depth / 2}" transform="rotate(-90 14 {top + depth / 2})"'
        ' text-anchor="middle">recall</text>'
    )
    for number, (name, values) in enumerate(points.items()):
        line = " ".join(
            f"{left + index * step:.1f},{top + depth - value * depth:.1f}"
            for index, (_, value) in enumerate(values)
        )
        parts.append(
            f'<polyline points="{line}" fill="none" stroke="#1f4e79" stroke-width="2"'
            f' stroke-dasharray="{dashes[number]}"/>'
        )
        end = top + depth - values[-1][1] * depth
        parts.append(f'<text x="{left + inner + 8}" y="{end + 4:.1f}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def compared(path: Path | None) -> Iterator[str]:
    """Yield the table of the networks that compare.py and linear.py trained."""
    yield "| network | parameters | tokens | CPU s | digits-tidied | numbers | digits, one | numbers, one |"
    yield "|---|---|---|---|---|---|---|---|"
    if path is None:
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("{"):
            row = json.loads(line)
            news = row["news"]
            cells = [
                " / ".join(f"{value:.2f}" for value in news[name])
                for name in ("digits-tidied", "numbers", "digits-tidied-one", "numbers-one")
            ]
            yield (
                f"| {row['network']} | {row['parameters']:,} | {row['tokens']}"
                f" | {row['seconds'] or '–'} | {' | '.join(cells)} |"
            )


def put(text: str, name: str, lines: Iterator[str]) -> str:
    """Replace the table of a name in a document."""
    marked = rf"(<!-- table: {name} -->\n).*?(<!-- end -->)"
    return re.sub(marked, lambda match: f"{match[1]}{chr(10).join(lines)}\n{match[2]}", text, flags=re.DOTALL)


def golden() -> str:
    """Return the golden scores as JSON; each is a float32, written so that it is read back the same."""
    cases = []
    for text in GOLDEN_TEXTS:
        gaps = network.shipped().scores(tk.tokens(formats.parse(text)), everywhere=True)
        cases.append({"text": text, "scores": [float(score) for score in gaps.scores]})
    return json.dumps(cases, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--development", type=Path, help="what evaluate.py kept of half 0")
    parser.add_argument("--unseen", type=Path, help="what evaluate.py kept of half 1")
    parser.add_argument("--compared", type=Path, help="the lines that compare.py and linear.py printed")
    arguments = parser.parse_args()
    GOLDEN.write_text(golden(), encoding="utf-8")
    real = real_holes()
    text = DOCUMENT.read_text(encoding="utf-8")
    record: dict[str, Any] = {}
    for part, path in (("development", arguments.development), ("unseen", arguments.unseen)):
        if path is None:
            continue
        sets = load(path)
        text = put(text, f"{part}-alarms", alarm_table(sets, real))
        text = put(text, f"{part}-recall-50k", recall_table(sets, "1 per 50,000 words", real))
        text = put(text, f"{part}-recall-10k", recall_table(sets, "1 per 10,000 words", real))
        text = put(text, f"{part}-verdicts", verdict_table(sets))
        points = curves(sets, real)
        CURVE.write_text(drawn(points), encoding="utf-8")
        limits = network.manifest()["limits"]["all"]
        record[part] = {
            "curves": points,
            "figures": {
                budget: {
                    genre: {
                        name: figures(of_genre(found, genre), limit, real)._asdict()
                        for name, found in sets.items()
                        if of_genre(found, genre)
                    }
                    for genre in GENRES
                }
                for budget, limit in limits.items()
            },
        }
    if arguments.compared:
        text = put(text, "compared", compared(arguments.compared))
    RECORD.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
