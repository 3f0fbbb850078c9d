"""memory_secrets.py FOLDER SHEET PASSPHRASE...: where in the files of FOLDER (memory_kept.py) lie the keys of
the recovery SHEET, as bytes, as letters and as its lines, or a PASSPHRASE. A line for each; ends with 1 when
there is one."""
import os, re, sys

folder, sheet, *passphrases = sys.argv[1:]
alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def decoded(letters):
    bits = "".join(f"{alphabet.index(letter):05b}" for letter in letters.lower()[:-6])
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits) - 7, 8))


text = open(sheet).read()
key = re.search(r"^AGE-SECRET-KEY-1(\S+)", text, re.M).group(1)
signing = re.search(r"RESONANCE-SIGNING-KEY-1(\S+)", text).group(1)
wanted = {
    "the recovery key": decoded(key)[:32],
    "the recovery key in letters": key[8:50].encode(),
    "the signing key": decoded(signing)[8:40],
    "the signing key in letters": signing[16:60].encode(),
}
for number, line in re.findall(r"^# ([1-6])  ([A-Z0-9-]{24})", text, re.M):
    wanted[f"line {number} of the sheet"] = line.encode()
for passphrase in passphrases:
    wanted[f"the passphrase \"{passphrase}\""] = passphrase.encode()
assert len(wanted["the signing key"]) == 32 and len(wanted) >= 10
found = 0
for name in sorted(os.listdir(folder)):
    held = open(os.path.join(folder, name), "rb").read()
    for what, secret in wanted.items():
        if secret in held:
            found += 1
            print(f"{what}, {held.count(secret)} times in {name}")
sys.exit(1 if found else 0)
