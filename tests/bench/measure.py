"""One block of load: requests a second, latency, and what each group of processes spent on it."""

import dataclasses
import os
import pathlib
import statistics
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
GROUPS = ("nginx", "program", "database")
CONNECTIONS = 8


def children(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        found += [int(child) for child in (task / "children").read_text().split()]
    return found


def family(pid):
    return [pid] + [one for child in children(pid) for one in family(child)]


def thread_nanoseconds(pids):
    """What each thread has spent; the kernel's own count, to the nanosecond."""
    spent = {}
    for pid in pids:
        for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
            try:
                spent[pid, task.name] = int((task / "schedstat").read_text().split()[0])
            except (FileNotFoundError, ProcessLookupError):
                pass  # it ended meanwhile
    return spent


def tick_nanoseconds(pids):
    """The same from /proc/PID/stat where the kernel keeps no schedstat: in steps of a clock tick, ended threads included."""
    tick = 1_000_000_000 // os.sysconf("SC_CLK_TCK")
    spent = {}
    for pid in pids:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        spent[pid] = (int(fields[11]) + int(fields[12])) * tick
    return spent


def has_schedstat():
    return sum(thread_nanoseconds([os.getpid()]).values()) > 0


def resolution():
    return "schedstat of each thread, 1 ns" if has_schedstat() else f"stat, ticks of {1000 // os.sysconf('SC_CLK_TCK')} ms"


def spent_between(before, after):
    return sum(now - before.get(thread, 0) for thread, now in after.items())


def stolen_and_all():
    fields = [int(word) for word in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return fields[7], sum(fields)


@dataclasses.dataclass
class Block:
    requests: int
    seconds: float
    p50: float  # milliseconds
    p99: float
    cpu: dict  # group: microseconds a request
    stolen: float  # share
    sent: int

    @property
    def total(self):
        return sum(self.cpu.values())

    @property
    def rate(self):
        return self.requests / self.seconds


class Stalled(RuntimeError):
    """Nothing was answered in a whole block: the machine did something else."""


def run_block(url, requests, groups, seconds, connections=CONNECTIONS):
    """Load url with the requests of a file for some seconds.  groups: name -> process ids."""
    read = thread_nanoseconds if has_schedstat() else tick_nanoseconds
    stolen, everything = stolen_and_all()
    before = {name: read(pids) for name, pids in groups.items()}
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", HERE / "load.lua", url, "--", requests],
                          capture_output=True, text=True, check=True)
    after = {name: read(pids) for name, pids in groups.items()}
    stolen_after, everything_after = stolen_and_all()
    words = next(line for line in done.stdout.splitlines() if line.startswith("measured ")).split()[1:]
    count, duration, errors, p50, p99, sent = (int(word) for word in words)
    if errors:
        raise RuntimeError(f"{url}: {errors} errors in {count} requests\n{done.stdout}")
    if not count:
        raise Stalled(f"{url}: nothing was answered in {seconds} s")
    return Block(count, duration / 1e6, p50 / 1e3, p99 / 1e3,
                 {name: spent_between(before[name], after[name]) / 1e3 / count for name in groups},
                 (stolen_after - stolen) / max(1, everything_after - everything), sent)


class Target:
    """What is measured: an address, the requests, and the processes that answer them besides nginx and the database."""

    def __init__(self, name, system, requests, pids):
        """requests: a file, as load.lua reads it; pids: a function, since workers may be started anew."""
        self.name, self.system, self.requests, self.pids, self.blocks = name, system, requests, pids, []

    def run(self, seconds):
        return run_block(self.system.url, self.requests, self.system.groups(self.pids()), seconds)

    def block(self, seconds):
        """One block; once more where nothing was answered."""
        try:
            done = self.run(seconds)
        except Stalled as stalled:
            print(f"bench: {self.name}: {stalled}; once more", flush=True)
            time.sleep(5)
            done = self.run(seconds)
        self.blocks.append(done)
        return done


class Pair:
    """limit-page-limit: the ratio of CPU of each round."""

    def __init__(self, limit, page):
        self.limit, self.page, self.ratios = limit, page, []

    def round(self, seconds):
        before = self.limit.block(seconds)
        page = self.page.block(seconds)
        after = self.limit.block(seconds)
        self.ratios.append((before.total + after.total) / 2 / page.total)


def proportional_memory(pids):
    """PSS of each process in MB."""
    sizes = []
    for pid in pids:
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                sizes.append(int(line.split()[1]) / 1024)
    return sizes


@dataclasses.dataclass
class Spread:
    """A median with its least and greatest."""
    values: list

    def __str__(self):
        return f"{self.median:.2f} ({min(self.values):.2f}-{max(self.values):.2f})"

    @property
    def median(self):
        return statistics.median(self.values)
