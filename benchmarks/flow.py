"""Measure what the Prefect flow costs beside the same work as plain calls, and the start of the command beside that of Prefect.

Both run in this process, turn about, each into a new warehouse; the server is a real one, in a process of its own. How to run
it: README.md beside this file.
"""
from __future__ import annotations

import argparse
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS, FEW, ROUNDS, STARTS = 1000, 5, 3, 7


@contextmanager
def server(home: Path) -> Iterator[str]:
    """Run a Prefect server of our own and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "flows.server", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env={**os.environ, "PREFECT_HOME": str(home)})
    try:
        for _ in range(180):
            try:
                urlopen(f"http://127.0.0.1:{port}/api/health").close()
                break
            except OSError:
                time.sleep(1)
        yield f"http://127.0.0.1:{port}/api"
    finally:
        process.terminate()
        process.wait()


def overhead(folder: Path, *, documents: int, rounds: int, workers: int) -> list[tuple[str, str]]:
    """Ingest by plain calls and by the flow, turn about, and return what to print."""
    from benchmarks.extraction import documents as texts
    from etl.pipeline import Request, ingest
    from etl.progress import Silence
    from flows.ingest import run_flow
    from seeds import SEEDS
    from warehouse.migrate import migrate

    few, source = folder / "few", folder / "documents"
    for place, count in ((few, FEW), (source, documents)):
        place.mkdir()
        for number, text in enumerate(texts(count, size=10)):
            (place / f"{number:05}.txt").write_text(f"{text}\n\nNumber {number}.\n", encoding="utf-8")
    migrate(folder / "empty.duckdb")

    def timed(run: Callable[[Request], object], source: Path) -> tuple[float, float]:
        """Return the seconds that a run took, by the clock and of CPU, with its worker processes and without the server."""
        warehouse = Path(shutil.copyfile(folder / "empty.duckdb", folder / "w.duckdb"))
        request = Request(sources=(str(source),), base=folder, warehouse=warehouse, seeds=SEEDS, workers=workers)
        start, spent = time.perf_counter(), cpu()
        run(request)
        took = time.perf_counter() - start, cpu() - spent
        warehouse.unlink()
        shutil.rmtree(folder / "w.originals")
        return took

    def plain(request: Request) -> object:
        return ingest(request, clock=lambda: datetime.now(UTC))

    def flow(request: Request) -> object:
        return run_flow(request, config=None, progress=Silence())

    ways = {"plain calls": plain, "flow": flow}
    for run in ways.values():
        timed(run, few)
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, run in ways.items():
            took[name].append(timed(run, source))
            print(f"{name}: {took[name][-1][0]:.1f} s", file=sys.stderr)
    printed = [("documents / workers", f"{documents} / {workers}")]
    for place, measured in enumerate(("clock", "CPU")):
        for name, each_took in took.items():
            printed.append((f"{name}, {measured}", " ".join(f"{each[place]:.1f}" for each in each_took) + " s"))
        ratios = [after[place] / before[place] for before, after in zip(*took.values(), strict=True)]
        printed += [(f"flow / plain, {measured}", " ".join(f"{each:.3f}" for each in ratios)),
                    ("median", f"{statistics.median(ratios):.3f}")]
    return printed


def cpu() -> float:
    """Return the CPU seconds of this process and of those that it has started and that have ended."""
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def starts() -> list[tuple[str, str]]:
    """Start `rapporteur --help` and `import prefect`, turn about, and return what to print."""
    commands = {"rapporteur --help": "import sys; sys.argv[1:] = ['--help']; from rapporteur.cli import main; main()",
                "import prefect": "import prefect"}
    took = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, code in commands.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
            took[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(each) for name, each in took.items()}
    help_, prefect = medians.values()
    return [*((name, f"{each:.3f} s") for name, each in medians.items()), ("ratio", f"{help_ / prefect:.3f}")]


def shown(rows: list[tuple[str, str]]) -> None:
    """Print a table."""
    for name, value in rows:
        print(f"{name:24}{value:>40}")
    print()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--workers", type=int, default=2, help="processes that extract (default 2)")
    args = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)
    shown(starts())
    with tempfile.TemporaryDirectory(prefix="rapporteur-flow-") as made, server(Path(made, "prefect")) as api:
        # Prefect reads these when it is imported, below.
        os.environ |= {"PREFECT_API_URL": api, "PREFECT_HOME": str(Path(made, "client"))}
        shown(overhead(Path(made), documents=args.documents, rounds=args.rounds, workers=args.workers))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
