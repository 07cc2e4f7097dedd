# SPDX-License-Identifier: Apache-2.0
"""Runs the program in a folder of its own, as a shell would."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["YIWEN_PROGRAM"]
NOBODY = 65534

# A story of nobody's: long enough to be matched, with a number, a date, a quotation and a term that is often misprinted.
STORY = """青石镇图书馆重新开放

本报青石镇4月12日电（记者林晓）经过十八个月的修缮，青石镇图书馆12日上午重新向读者开放。

图书馆始建于1936年，馆藏古籍三万余册，其中地方志一千二百种。此次修缮共投入资金4170万元，新增阅览座位260个。

馆长周明远表示：“我们要坚持法治精神，依法保护每一部古籍，让读者走得进来、坐得下来。”他说，今后每年将举办讲座五十场以上。

据介绍，修缮工程由省文物局指导，施工单位没有更换原有的木梁，只对屋面和墙体进行了加固。

当天下午，来自周边乡镇的六百多名读者走进新馆。退休教师吴桂兰说，她从小在这里读书，看到老馆焕然一新，心里十分高兴。
"""


def reprint(*changes):
    """The story with some words changed: ("old", "new") pairs, each of which must be in it."""
    text = STORY
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def yiwen(self, *arguments, status=0, environment=None, **options):
        """Runs the program; fails unless it exits with this status. What went wrong is one line each, with our name."""
        clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "TERM")}
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, capture_output="stdout" not in options,
                              stderr=subprocess.PIPE if "stdout" in options else None,
                              env={**clean, **(environment or {})}, timeout=240, **options)
        out = (done.stdout or b"").decode()
        err = done.stderr.decode()
        self.assertEqual(done.returncode, status, f"{arguments}\nstdout: {out[-2000:]}\nstderr: {err[-2000:]}")
        for line in err.splitlines():
            self.assertTrue(line.startswith("yiwen: "), err)
        return out, err

    def report(self, *arguments, status=0):
        """The report.json that goes to standard output."""
        return json.loads(self.yiwen("report", *arguments, "--format", "json", status=status)[0])

    def names(self, folder="."):
        return sorted(str(p.relative_to(self.folder)) for p in (self.folder / folder).rglob("*") if not p.is_dir())


def as_nobody():
    """Options that make subprocess run the program as a user for whom permissions count. Skips where that fails."""
    if os.geteuid() != 0:
        return {}
    try:
        subprocess.run([PROGRAM, "--version"], user=NOBODY, group=NOBODY, extra_groups=[], capture_output=True, check=True)
    except (OSError, subprocess.SubprocessError) as failure:
        raise unittest.SkipTest(f"root cannot run the program as nobody: {failure}")
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}
