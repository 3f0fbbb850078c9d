"""What a script asks of the X server that DISPLAY names and no packaged tool says.

    x11.py edid HEX          the first connected screen describes itself so from now on
    x11.py pixel X Y...      the colour there, RRGGBB, one a line
    x11.py picture           a number for all that is seen
    x11.py picture ROW COUNT a number for these rows of it
    x11.py middle X Y WIDTH HEIGHT   the middle of what differs there from the colour of its first pixel: X Y
    x11.py window            place and size of the window "Resonance": X Y WIDTH HEIGHT
    x11.py pointer           "shown" or "hidden"
"""
import ctypes as c
import sys
import zlib

ALL_PLANES, Z_PIXMAP, XA_INTEGER, REPLACE = c.c_ulong(-1), 2, 19, 0
x11, xrandr, xfixes = (c.CDLL(name) for name in ("libX11.so.6", "libXrandr.so.2", "libXfixes.so.3"))


class Attributes(c.Structure):
    _fields_ = [(name, c.c_int) for name in ("x", "y", "width", "height")] + [("rest", c.c_byte * 256)]


class Image(c.Structure):
    _fields_ = [("width", c.c_int), ("height", c.c_int), ("xoffset", c.c_int), ("format", c.c_int), ("data", c.c_void_p),
                ("byte_order", c.c_int), ("unit", c.c_int), ("bit_order", c.c_int), ("pad", c.c_int), ("depth", c.c_int),
                ("bytes_per_line", c.c_int)]


class Resources(c.Structure):
    _fields_ = [("timestamp", c.c_ulong), ("config_timestamp", c.c_ulong), ("ncrtc", c.c_int), ("crtcs", c.c_void_p),
                ("noutput", c.c_int), ("outputs", c.POINTER(c.c_ulong))]


class Cursor(c.Structure):
    _fields_ = [("x", c.c_short), ("y", c.c_short), ("width", c.c_ushort), ("height", c.c_ushort), ("xhot", c.c_ushort),
                ("yhot", c.c_ushort), ("serial", c.c_ulong), ("pixels", c.POINTER(c.c_ulong))]


x11.XOpenDisplay.restype = c.c_void_p
x11.XDefaultRootWindow.restype = c.c_ulong
x11.XInternAtom.restype = c.c_ulong
x11.XGetImage.restype = c.POINTER(Image)
xrandr.XRRGetScreenResources.restype = c.POINTER(Resources)
xfixes.XFixesGetCursorImage.restype = c.POINTER(Cursor)
server = c.c_void_p(x11.XOpenDisplay(None))
if not server:
    sys.exit("x11.py: no X server")
root = c.c_ulong(x11.XDefaultRootWindow(server))


def attributes(window):
    found = Attributes()
    x11.XGetWindowAttributes(server, c.c_ulong(window), c.byref(found))
    return found


def rows():
    whole = attributes(root.value)
    image = x11.XGetImage(server, root, 0, 0, whole.width, whole.height, ALL_PLANES, Z_PIXMAP).contents
    return c.string_at(image.data, image.bytes_per_line * image.height), image.bytes_per_line


def edid(text):
    output = c.c_ulong(xrandr.XRRGetScreenResources(server, root).contents.outputs[0])
    atom = c.c_ulong(x11.XInternAtom(server, b"EDID", 0))
    block = bytes.fromhex(text)
    xrandr.XRRChangeOutputProperty(server, output, atom, c.c_ulong(XA_INTEGER), 8, REPLACE, block, len(block))
    x11.XSync(server, 0)


def pixels(places):
    data, line = rows()
    for x, y in zip(places[::2], places[1::2]):
        at = int(y) * line + int(x) * 4
        print(data[at:at + 3][::-1].hex())


def middle(left, top, width, height):
    data, line = rows()
    ground = data[top * line + left * 4:top * line + left * 4 + 3]
    seen = [(x, y) for y in range(top, top + height) for x in range(left, left + width)
            if data[y * line + x * 4:y * line + x * 4 + 3] != ground]
    if seen:
        across, down = [x for x, _ in seen], [y for _, y in seen]
        print((min(across) + max(across)) // 2, (min(down) + max(down)) // 2)


def window():
    parent, top, children, count, name = c.c_ulong(), c.c_ulong(), c.POINTER(c.c_ulong)(), c.c_uint(), c.c_char_p()
    x11.XQueryTree(server, root, c.byref(top), c.byref(parent), c.byref(children), c.byref(count))
    for i in range(count.value):
        if x11.XFetchName(server, c.c_ulong(children[i]), c.byref(name)) and name.value == b"Resonance":
            found = attributes(children[i])
            print(found.x, found.y, found.width, found.height)


def pointer():
    image = xfixes.XFixesGetCursorImage(server).contents
    seen = any(image.pixels[i] >> 24 & 255 for i in range(image.width * image.height))
    # An arrow points with its upper left corner, the cross of a bare server with its middle.
    is_arrow = image.xhot * 3 <= image.width and image.yhot * 3 <= image.height
    print("hidden" if not seen else "shown" if is_arrow else "a cross")


def main(words):
    if words[0] == "edid":
        edid(words[1])
    elif words[0] == "pixel":
        pixels(words[1:])
    elif words[0] == "picture":
        data, line = rows()
        first, count = (int(word) for word in words[1:] or (0, len(data) // line))
        print(zlib.crc32(data[first * line:(first + count) * line]))
    elif words[0] == "middle":
        middle(*map(int, words[1:]))
    elif words[0] == "window":
        window()
    else:
        pointer()


main(sys.argv[1:])
