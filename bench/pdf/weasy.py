"""`python weasy.py <pages> <out>`: each HTML file of the folder → PDF, tagged, by one process. Says how long that took."""

import json
import pathlib
import sys
import time

import weasyprint

pages, out = map(pathlib.Path, sys.argv[1:])
out.mkdir(parents=True, exist_ok=True)
files = sorted(pages.glob("*.html"))
start = time.perf_counter()
for file in files:
    weasyprint.HTML(filename=file).write_pdf(out / f"{file.stem}.pdf", pdf_tags=True)
print(json.dumps({"documents": len(files), "seconds": time.perf_counter() - start}))
