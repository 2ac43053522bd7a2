"""Prepare documents for loading: read, extract, turn into rows. The one place where a document's failure becomes a rejection.

Small runs work in this process; large ones in a few worker processes, batch by batch.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import batched
from multiprocessing import get_context
from pathlib import Path
