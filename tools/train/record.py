"""Write the figures, the curve and the tables of docs/model.md from what evaluate.py measured."""

from __future__ import annotations

import argparse
import json
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calibrate import judged, limit_of
from compare import GENRES
from corpora import ROOT
from evaluate import calibrated, figures, load, of_genre
from labels import real_holes

from textcheck import formats, model
from textcheck.model import network
from textcheck.model import tokens as tk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from calibrate import Judged
    from evaluate import Figures, Measured

DOCUMENT = ROOT / "docs" / "model.md"
CURVE = ROOT / "docs" / "model.svg"
RELIABILITY = ROOT / "docs" / "model-reliability.svg"
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

BINS = 10
"""Bins of probability in the plot of reliability."""

CURVES: Mapping[str, str] = {
    "digits-tidied": "",
    "numbers": "6 3",
    "digits-tidied, one": "2 3",
    "numbers, one": "8 3 2 3",
    "names, one": "1 4",
    "nouns, one": "12 3",
    "phrases, one": "12 3 1 3",
}
"""The sets that have a curve, and its dashes."""


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
    return model.evidence_of((odds for *_, odds in item.candidates), item.tokens)


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
    least = model.log_odds(model.FLOOR, -math.inf)
    result: dict[str, list[tuple[int, float]]] = {name: [] for name in CURVES}
    for words_per in WORDS_PER:
        limit = limit_of(sound, words_per, real, least)
        for name in CURVES:
            f = figures(of_genre(sets[name], "news"), limit)
            result[name].append((words_per, round(f.by_model / f.gaps, 4)))
    return result


def reliability(
    sets: Mapping[str, Sequence[Measured]], real: Mapping[Any, Any]
) -> list[tuple[float, float, int]]:
    """Return the mean probability, the share of holes, and the number of gaps of each bin of probability."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for item in judged(sets, real):
        bins[min(int(model.logistic(item.scores) * BINS), BINS - 1)].append(item)
    result = []
    for own in filter(None, bins):
        total = sum(item.weight for item in own)
        mean = sum(item.weight * model.logistic(item.scores) for item in own) / total
        share_of_holes = sum(item.weight for item in own if item.is_hole) / total
        result.append((round(mean, 4), round(share_of_holes, 4), len(own)))
    return result


class Plot:
    """A plot in SVG, whose axes go from 0 to 1; the vertical one has a mark every 0.2."""

    WIDTH, HEIGHT, LEFT, TOP, INNER, DEPTH = 640, 400, 60, 20, 420, 320

    def __init__(self, title: str, across: str, upwards: str, marks: Sequence[str]) -> None:
        middle = self.TOP + self.DEPTH / 2
        font = 'font-family="sans-serif" font-size="12"'
        self._parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.WIDTH} {self.HEIGHT}" {font}>',
            f"<title>{title}</title>",
            f'<rect width="{self.WIDTH}" height="{self.HEIGHT}" fill="white"/>',
        ]
        for tenth in range(0, 11, 2):
            y = self.y(tenth / 10)
            self._parts.append(
                f'<line x1="{self.LEFT}" y1="{y}" x2="{self.LEFT + self.INNER}" y2="{y}" stroke="#ddd"/>'
            )
            self.text(self.LEFT - 8, y + 4, f"{tenth / 10:.1f}", "end")
        for index, mark in enumerate(marks):
            self.text(round(self.x(index / (len(marks) - 1))), self.TOP + self.DEPTH + 18, mark, "middle")
        self.text(self.LEFT + self.INNER / 2, self.TOP + self.DEPTH + 40, across, "middle")
        self._parts.append(
            f'<text x="14" y="{middle}" transform="rotate(-90 14 {middle})"'
            f' text-anchor="middle">{upwards}</text>'
        )

    def x(self, value: float) -> float:
        """Return where a value is on the horizontal axis."""
        return self.LEFT + value * self.INNER

    def y(self, value: float) -> float:
        """Return where a value is on the vertical axis."""
        return self.TOP + self.DEPTH - value * self.DEPTH

    def text(self, x: float, y: float, text: str, anchor: str = "start") -> None:
        """Add a text."""
        self._parts.append(f'<text x="{x}" y="{y:.5g}" text-anchor="{anchor}">{text}</text>')

    def line(self, points: Sequence[tuple[float, float]], name: str = "", dashes: str = "") -> None:
        """Add a line, with its name, if it has one, at its end."""
        path = " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in points)
        self._parts.append(
            f'<polyline points="{path}" fill="none" stroke="#1f4e79" stroke-width="2"'
            f' stroke-dasharray="{dashes}"/>'
        )
        if name:
            self.text(self.LEFT + self.INNER + 8, self.y(points[-1][1]) + 4, name)

    def dots(self, points: Sequence[tuple[float, float]]) -> None:
        """Add dots."""
        self._parts += [
            f'<circle cx="{self.x(x):.1f}" cy="{self.y(y):.1f}" r="4" fill="#1f4e79"/>' for x, y in points
        ]

    def svg(self) -> str:
        """Return the plot."""
        return "\n".join([*self._parts, "</svg>"]) + "\n"


def recall_plot(points: Mapping[str, Sequence[tuple[int, float]]]) -> str:
    """Return the curves of recall as SVG."""
    plot = Plot(
        "Recall of the model alone in news, by words per false alarm",
        "words per false alarm",
        "recall",
        [f"{words // 1000}k" for words in WORDS_PER],
    )
    for name, values in points.items():
        last = len(values) - 1
        plot.line([(index / last, value) for index, (_, value) in enumerate(values)], name, CURVES[name])
    return plot.svg()


def reliability_plot(bins: Sequence[tuple[float, float, int]]) -> str:
    """Return the shares of holes by probability as SVG."""
    plot = Plot(
        "Share of holes among scored gaps, by the probability that the model gives them",
        "probability",
        "share of holes",
        [f"{fifth / 5:.1f}" for fifth in range(6)],
    )
    points = [(probability, holes) for probability, holes, _ in bins]
    plot.line([(0, 0), (1, 1)], dashes="2 3")
    plot.line(points)
    plot.dots(points)
    return plot.svg()


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
    net = network.shipped()
    batch = net.batch([tk.tokens(formats.parse(text)) for text in GOLDEN_TEXTS])
    scores = net.scores(batch, batch.every_gap())
    cases = [{"text": text, "scores": own} for text, own in zip(GOLDEN_TEXTS, scores, strict=True)]
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
    record: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8"))
    for part, path in (("development", arguments.development), ("unseen", arguments.unseen)):
        if path is None:
            continue
        sets = calibrated(load(path), model.log_odds)
        text = put(text, f"{part}-alarms", alarm_table(sets, real))
        text = put(text, f"{part}-recall-50k", recall_table(sets, "1 per 50,000 words", real))
        text = put(text, f"{part}-recall-10k", recall_table(sets, "1 per 10,000 words", real))
        text = put(text, f"{part}-verdicts", verdict_table(sets))
        points = curves(sets, real)
        CURVE.write_text(recall_plot(points), encoding="utf-8")
        bins = reliability(sets, real)
        RELIABILITY.write_text(reliability_plot(bins), encoding="utf-8")
        limits = network.manifest()["limits"]["all"]
        record[part] = {
            "curves": points,
            "reliability": bins,
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
