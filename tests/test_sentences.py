from __future__ import annotations

import gzip
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textcheck.sentences import split

CORPUS = Path(__file__).parents[1] / "../shared/corpora/clean/congress.jsonl.gz"

# One block a line; | stands in place of the white space at a boundary, ~ for one without white space.
BLOCKS = """
The bus came late.|We walked home.
Is it open?|Yes.|Good!
One word
It rained; the pitch flooded: nobody played.|The crowd left.
Who knew?!|Nobody did.
What!?|Then leave.
It ended.|2019 was better.
It ended.|$5 was left.
It ended.|€5 was left.
It ended.|#rain was the topic.
It ended.|Überall war Regen.
It ended.|Élodie left.
It ended.|¿Quién sabe?|¡Nadie!
It ended.|— Nobody clapped.
It ended.|• Next item
It ended.|\ufffc does the rest.
Call \ufffc.|Then wait.
We use C#.|.NET runs on it.
He hit well.|.300 was his average.

the U.S. Senate voted
They live in the U.S.|He said so twice.
They live in the U.S.|“We like it,” he said.
They know the U.S. “Clean Water” law.
He left the U.K. Parliament early.
The U.N. Security Council met.|It agreed.
in Washington, D.C. Mayor Lane spoke
She lives in Washington, D.C.|However, she works here.
WASHINGTON, D.C. – The mayor spoke.
Dr. Lane met Mr. and Mrs. Hall.|Ms. Pike left.
Prof. Ito wrote to Gen. Ruiz.
Sen. Lane and Rep. Hall met Gov. Pike.
DR. LANE met MR. HALL.
Lt. Col. Ana Ruiz spoke.
“Mr. Hall left.”|Then we slept.
(Dr. Lane agreed.)|We did too.
The report—Sen. Lane wrote it—was long.
They went to St. Louis and Mt. Baker and Ft. Worth.
He lives on Main St.|The shop is near.
The shop is at 5 Oak Ave. North.
Martin Hall Jr. Day is in May.
He met Martin Hall Jr.|They talked.
Hall Sr. and Hall Jr. Agreed terms
Acme Inc. Chief Ana Ruiz left.
She runs Acme Inc.|It grows.
Acme Corp. and Bolt Ltd. Finance teams met.
Acme Co. (NYSE: ACM) fell.
Cats vs. Dogs is a game.
Hall v. Lane was decided.
Pears, plums, etc. were sold.
Pears, plums, etc.|The rest was kept.
Use a tool, e.g. Hammer or Saw.
The capital, i.e. Paris, slept.
See cf. Lane for more.
It is No. 5 in the list.
Was it raining?|No.|Nobody came.
Nos. 5 and 6 are out.
See Fig. 3 and Figs. 4 and 5.
See Fig. A for details.
See vol. 2, pp. 3 and p. 4.
Lane et al. (2010) agree.
Lane et al. Report it.
It holds approx. 5 litres, ca. 9 pounds.
It was built c. 1850 in Rome.
Come at 5 p.m. Monday.
Come at 5 p.m. EST.
Come at 5 p.m. Eastern time.
Come at 5 p.m. London time.
We met at 5 p.m.|The meeting was short.
We met at 9 a.m.|Police came too.
Rome in 50 B.C. Italy fell
It fell in 50 B.C.|The city burned.
Ana Ruiz, Ph.D. Candidate
Ana has a Ph.D.|She earned it.
On Jan. 5 and Sept. 9 it rained.
It rains in Jan.|We stay in.
on Tues. Jan. 5 it rained
We sat in the Sun.|Ana slept.
He moved to Pasadena, Calif. Friends helped.
Rep. Hall (D-Pa.) spoke.
He moved to Boston, Mass.|He likes it.
Ken Lane, R-Calif. Voted no
H.R. 5746 passed.
The bill, S. 12, passed.
H. Con. Res. 5 passed.

J. K. Rowling wrote it.
J.K. Rowling wrote it.
George W. Bush spoke.
The teacher, N. Srinivasan, left.
Joseph “Joe” R. “Beau” Hall spoke.
Ana Lane and J.-P. Hall met.
Dennis P. Lane and Mary I. Hall met.
We need Plan B.|Then we act.
We need Plan B.|Ana agreed.
It holds vitamin C.|It is sour.
He is taller than I.|Ana is not.
It was World War II.|Rome fell.
This Q&A.|Ana answers.
This is DON'T.|Ana knows.

It rose 3.5 percent to $.50 a share, then .186 more.
Version 1.2.3 is out.|Version 2 is not.
Read Section 3.|The rest is noise.
1. Buy bread
1. Buy bread.|2. Sell milk.
1.2. Scope of work
A. The first point
iv. The fourth point
IV. The fourth point
(a.) The first point

I thought ... maybe not.
I thought … maybe not.
I thought . . . maybe not.
I thought...|Then I stopped.
I thought . . .|Then I stopped.
I thought…|“We can,” she said.
“I thought …” Ana said.
... and then it rained.|We left.
It ended.|...And then it rained.

He said “Stop.”|Then he left.
He said "Stop."|Then he left.
“Go!” she said.
"Why?" Ana asked.|He shrugged.
"Why?" Mr. Hall asked.
"Why?"|He shrugged.
(It rained.)|Then it stopped.
The Great (really!) Wall is long.
[It rained.]|Then it stopped.
It rained (we think).|Then it stopped.
He left.”)|Then he came.
It rained.[1][2]|Then it stopped.
It rained.[citation needed]|Then it stopped.
It rained.¹|Then it stopped.
**It rained.**|Then it stopped.
It is by Yahoo! Inc. and others.
It is on Yahoo! today.

Visit example.org today.|It is free.
Visit https://example.org/a.b?c=D.E now.
Write to a.b@example.org now.
Open notes.txt.|Then close it.
It runs on Node.js and ASP.NET.
Call System.out twice.
Open www.Example.Com now.
She came to the end.~Next came a storm.
Is it the end?~Nobody knew.
It was the end.~A storm came.
It was on amazon.Com again.
We met at 5 p.m.-Noon.

the Republic in .|Rome has agreed.
It lies at the foot of .|The hill is high.
It was listed at , .|Then it was sold.
garnering . million searches
the word. by chance
on Mr .|The report ends.
They fled . .|She stayed.
.|Rome
It grew 3 . 5 percent.
He left .|She stayed .|They slept .
He left !|She stayed ?|They slept .
He said , " Stop . "|Then he left .
He said , " Stop . " and left .
He left .|" Stop ! " she said .
He said `` Stop . ''|Then he left .
He left ( at noon . )|She stayed .
He said “ Stop . ”|Then he left .

It sold well.|iPhone sales grew.
It sold well. sales grew.
今天下雨。~我们回家。~他们没来！~为什么？
「雨だ！」と彼は言った。
It rained.|雨が降った。
"""


def blocks() -> list[str]:
    return [line for line in BLOCKS.splitlines() if line]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize("marked", [line for line in blocks() if line != ".|Rome"])
def test_boundaries(marked: str) -> None:
    text = marked.replace("|", " ").replace("~", "")
    assert sentences(text) == marked.replace("~", "|").split("|")


def test_a_stop_without_words_is_no_sentence() -> None:
    assert sentences(". Rome fell.") == [". Rome fell."]
    assert sentences("... ! ?") == ["... ! ?"]


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "\t"])
def test_blank_text_has_no_sentences(text: str) -> None:
    assert split(text) == []


def test_a_line_break_is_a_space() -> None:
    assert sentences("We met Dr.\nLane in the\ntown. He\nleft.\nThen we slept.") == [
        "We met Dr.\nLane in the\ntown.",
        "He\nleft.",
        "Then we slept.",
    ]


def test_a_blank_line_ends_a_sentence() -> None:
    assert sentences("A heading\n \n  a line\r\n\r\nan end") == ["A heading", "a line", "an end"]


def test_spans_count_code_points() -> None:
    assert split("  😀 rained. É left. ") == [(2, 11), (12, 19)]


WORDS = """
    . ! ? … 。 ... " ' ” “ ( ) [1] — $ , '' A I B. 5 iv Plan Dr Mr. U.S p.m No and é
    Then Rome rain iPhone said
"""
PIECES = st.lists(st.sampled_from([*WORDS.split(), " ", "  ", "\n", "\n\n", "\ufffc"]), max_size=24).map(
    "".join
)


@given(PIECES | st.text())
@example('What? " Rome said')
@example('U.S. " Rome fell')
def test_spans_cover_the_text_in_order(text: str) -> None:
    spans = split(text)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(at in covered for at, character in enumerate(text) if not character.isspace())


@given(PIECES | st.text())
@example('" Go . We ran . " Rome')
def test_a_sentence_is_one_sentence(text: str) -> None:
    for sentence in sentences(text):
        assert split(sentence) == [(0, len(sentence))]


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        "a.",
        '"',
        "(",
        ". ",
        "a. ",
        "A. ",
        "! ",
        ".) ",
        '? " ',
        '."',
        'U.S. "',
        "\n ",
        "...a",
        "。",
        ".[1",
        "aa.Aa ",
    ],
)
def test_time_grows_linearly(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size] + "x"
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            split(text)
            best = min(best, time.process_time() - begin)
        return best

    # Sixteen times the text; quadratic time would be 256 times as long. The floor absorbs the clock's grain.
    assert seconds(400_000) < 64 * max(seconds(25_000), 0.001)


@pytest.mark.corpus
def test_real_paragraphs_split_where_a_reader_would() -> None:
    if not CORPUS.exists():
        pytest.skip(f"the shared corpora are not beside this checkout: {CORPUS}")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        text = "\n\n".join(json.loads(next(lines))["text"] for _ in range(300))
    found = sentences(text)
    words = sum(len(sentence.split()) for sentence in found)
    assert 12 < words / len(found) < 30
    assert not [sentence for sentence in found if sentence.endswith((" Mr.", " Sen.", " Rep.", " Dr."))]
