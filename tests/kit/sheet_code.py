# The QR code of a recovery sheet made for print, as a picture for a reader: sheet_code.py SHEET.html > CODE.pbm
import base64, re, sys

page = open(sys.argv[1], encoding="utf-8").read()
svg = base64.b64decode(re.search(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", page).group(1)).decode()
side, scale = int(re.search(r'viewBox="0 0 (\d+)', svg).group(1)), 6
dark = [[0] * side for _ in range(side)]
for x, y, count in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg):
    for i in range(int(count)):
        dark[int(y)][int(x) + i] = 1
print("P1", side * scale, side * scale)
for row in dark:
    line = " ".join(str(bit) for bit in row for _ in range(scale))
    print("\n".join([line] * scale))
