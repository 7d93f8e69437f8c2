"""Draw the demo's pictures anew: each SVG in src/throughline/demo/pictures as a PNG beside it, as a phone's camera would have sent one.

    .venv/bin/python scripts/pictures.py

The drawings are our own. Chromium turns them into pixels; Pillow makes them small.
"""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).resolve().parents[1] / "src" / "throughline" / "demo" / "pictures"
WIDE, SQUARE = (640, 400), (384, 384)
COLOURS = 96


def main() -> None:
    """Draw every picture that is there."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page()
        for drawing in sorted(PICTURES.glob("*.svg")):
            width, height = SQUARE if drawing.stem.startswith("portrait") else WIDE
            page.set_viewport_size({"width": width, "height": height})
            page.set_content(
                f"<style>body{{margin:0}} svg{{display:block; width:{width}px; height:{height}px}}</style>{drawing.read_text()}"
            )
            pixels = Image.open(io.BytesIO(page.screenshot())).convert("P", palette=Image.Palette.ADAPTIVE, colors=COLOURS)
            pixels.save(drawing.with_suffix(".png"), optimize=True)
        chromium.close()


if __name__ == "__main__":
    main()
