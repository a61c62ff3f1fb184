#!/usr/bin/env python3
"""Realistic answers at a fixed seed, as JSON Lines: from sentences that the project's own samples
and rubric examples have for each question, some with Markdown, some with other than ASCII, some
with typos.

  answers.py [--count N] [--seed S] [--words LEAST MOST] [--question ID] [--shape SHAPE]
"""
import argparse
import json
import pathlib
import random
import re
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ["authors", "fresh", "hard", "voices"]
SHAPES = ["mixed", "prose", "one-word", "bullets", "triggers"]


def sentences_by_question():
    found = {}

    def add(question, text):
        parts = re.split(r"(?<=[.!?])\s+|\n+", text)
        found.setdefault(question, []).extend(p.strip() for p in parts if 3 <= len(p.split()) <= 60)

    for path in sorted(ROOT.glob("rubrics/*/*.toml")):
        if path.parent.name == "lexicons":
            continue
        with open(path, "rb") as file:
            for example in tomllib.load(file).get("example", []):
                add(path.stem, example["text"])
    for name in SAMPLES:
        with open(ROOT / "samples" / "marked" / f"{name}.jsonl", encoding="utf-8") as file:
            for line in file:
                answer = json.loads(line)
                add(answer["question"], answer["text"])
    return {question: found[question] for question in sorted(found)}


def misspelt(word, rng):
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def with_typos(text, rng):
    words = text.split(" ")
    for i, word in enumerate(words):
        if len(word) > 5 and word.isalpha() and rng.random() < 0.03:
            words[i] = misspelt(word, rng)
    return " ".join(words)


def beyond_ascii(text):
    return text.replace("'", "\u2019").replace(" - ", " \u2014 ").replace("->", "\u2192")


def as_markdown(sentences, rng):
    out = ["## " + " ".join(sentences[0].split()[:4]).strip(".,:;")]
    for sentence in sentences:
        words = sentence.split()
        if rng.random() < 0.2:
            at = rng.randrange(len(words))
            words[at] = f"**{words[at]}**" if rng.random() < 0.5 else f"`{words[at]}`"
        bullet = "- " if rng.random() < 0.5 else ""
        out.append(bullet + " ".join(words))
    return "\n\n".join(out)


def answer_of(pool, words, rng):
    chosen, count = [], 0
    while count < words:
        chosen.append(rng.choice(pool))
        count += len(chosen[-1].split())
    kind = rng.random()
    text = as_markdown(chosen, rng) if kind < 0.25 else " ".join(chosen)
    if rng.random() < 0.2:
        text = with_typos(text, rng)
    return beyond_ascii(text) if rng.random() < 0.2 else text


def shaped(shape, pool, words, rng):
    if shape == "one-word":
        return "x" * (6 * words)
    if shape == "bullets":
        return "\n".join("  " * (i % 20) + "- " + rng.choice(pool) for i in range(words // 15 + 1))
    if shape == "triggers":  # what near and order rules join, over and over, and no stop
        return " ".join(w for w in " ".join(pool[:40]).split() if w.isalpha()) * (words // 300 + 1)
    return " ".join(rng.choice(pool) for _ in range(words // 15 + 1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, nargs=2, default=[50, 400])
    parser.add_argument("--question")
    parser.add_argument("--shape", choices=SHAPES, default="mixed")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    pools = sentences_by_question()
    questions = [options.question] if options.question else list(pools)
    for i in range(options.count):
        question = rng.choice(questions)
        words = rng.randint(*options.words)
        text = (answer_of(pools[question], words, rng) if options.shape == "mixed"
                else shaped(options.shape, pools[question], words, rng))
        print(json.dumps({"id": f"a{i}", "question": question, "text": text}))


main()
