# SPDX-License-Identifier: Apache-2.0
"""Files are there whole or not at all, whatever happens while they are written."""
import os
import pathlib
import resource
import signal
import subprocess
import tempfile
import time
import unittest

from program import PROGRAM, STORY, ProgramTest, as_nobody, reprint


class Outputs(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/a.txt", STORY)
        self.write("in/b.txt", reprint(("法治精神", "法制精神")))

    def test_a_folder_that_may_not_be_written(self):
        nobody = as_nobody()
        (self.folder / "out").mkdir()
        (self.folder / "out").chmod(0o555)
        _, err = self.yiwen("report", "in", "-o", "out", status=2, **nobody)
        self.assertIn("out/index.html: cannot be written: Permission denied", err)
        _, err = self.yiwen("report", "in", "-o", "out/deeper", status=2, **nobody)
        self.assertIn("out/deeper: cannot be written: Permission denied", err)
        self.assertEqual(self.names("out"), [])

    def test_a_file_where_the_folder_should_be(self):
        self.write("out", "precious")
        _, err = self.yiwen("report", "in", "-o", "out", status=2)
        self.assertIn("out: cannot be written: Not a directory", err)
        self.assertEqual((self.folder / "out").read_text(), "precious")

    def test_a_folder_where_the_file_should_be(self):
        (self.folder / "r.json").mkdir()
        _, err = self.yiwen("report", "in", "--format", "json", "-o", "r.json", status=2)
        self.assertIn("r.json: cannot be written: Is a directory", err)

    def test_a_disk_that_runs_full_leaves_what_was_there(self):
        self.write("out/index.html", "yesterday")
        self.write("out/report.json", "yesterday")
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))
        _, err = self.yiwen("report", "in", "-o", "out", status=2, preexec_fn=limit, restore_signals=False)
        self.assertIn("out/index.html: cannot be written: File too large", err)
        self.assertEqual(self.names("out"), ["out/index.html", "out/report.json"])
        self.assertEqual((self.folder / "out/index.html").read_text(), "yesterday")
        _, err = self.yiwen("report", "in", "-o", "new/deep", status=2, preexec_fn=limit, restore_signals=False)
        self.assertFalse((self.folder / "new").exists())

    def test_a_disk_that_is_full_indeed(self):
        if os.geteuid() != 0:
            self.skipTest("only root mounts")
        disk = tempfile.mkdtemp()
        self.addCleanup(os.rmdir, disk)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", disk], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest(f"mount: {mounted.stderr.decode().strip()}")
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        _, err = self.yiwen("report", "in", "-o", disk, status=2)
        self.assertIn("cannot be written: No space left on device", err)
        self.assertEqual(os.listdir(disk), [])

    def test_a_second_run_takes_the_place_of_the_first(self):
        self.yiwen("report", "in", "-o", "out", "-q")
        before = (self.folder / "out/report.json").read_text()
        self.yiwen("report", "in/a.txt", "-o", "out", "-q")
        self.assertNotEqual((self.folder / "out/report.json").read_text(), before)
        self.yiwen("report", "in", "-o", "out", "-q")
        self.assertEqual((self.folder / "out/report.json").read_text(), before)

    def test_a_link_stays_a_link(self):
        self.write("elsewhere/r.json", "old")
        (self.folder / "r.json").symlink_to("elsewhere/r.json")
        self.yiwen("report", "in", "--format", "json", "-o", "r.json", "-q")
        self.assertTrue((self.folder / "r.json").is_symlink())
        self.assertIn("yiwen.report/1", (self.folder / "elsewhere/r.json").read_text())

    def test_a_pipe_is_written_to_and_stays_a_pipe(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
        self.yiwen("report", "in", "--format", "json", "-o", "pipe", "-q")
        self.assertIn(b"yiwen.report/1", reader.communicate(timeout=60)[0])
        self.assertTrue(pipe.is_fifo())

    def test_files_obey_the_umask(self):
        self.yiwen("report", "in", "-o", "out", "-q", umask=0o027)
        self.assertEqual((self.folder / "out/index.html").stat().st_mode & 0o777, 0o640)

    def test_an_interrupt_leaves_whole_files_or_none(self):
        self.yiwen("report", "in", "-o", "whole", "-q")
        whole = {p.name: p.read_bytes() for p in pathlib.Path(self.folder / "whole").iterdir()}
        begin = time.monotonic()
        self.yiwen("report", "in", "-o", "again", "-q")
        usual = time.monotonic() - begin
        for step in range(16):
            out = self.folder / f"out{step}"
            running = subprocess.Popen([PROGRAM, "report", "in", "-o", out, "-q"], cwd=self.folder)
            time.sleep(usual * step / 14)
            running.send_signal(signal.SIGINT if step % 2 else signal.SIGTERM)
            running.wait(timeout=60)
            self.assertIn(running.returncode, (0, -signal.SIGINT, -signal.SIGTERM))
            there = {p.name: p.read_bytes() for p in out.iterdir()} if out.exists() else {}
            self.assertIn(there, ({}, whole))


if __name__ == "__main__":
    unittest.main()
