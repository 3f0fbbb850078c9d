#include "qr/qr.h"

#include "base/must.h"

#include <errno.h>
#include <qrencode.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ECI_UTF8 = 26, SIDE_MAX = 17 + 4 * QR_VERSION_MAX };

static int data_side(int version)
{
    return 17 + 4 * version;
}

int qr_side(int version)
{
    must(version >= QR_VERSION_MIN && version <= QR_VERSION_MAX);
    return data_side(version) + 2 * QR_QUIET;
}

/* ---- in the process of its own ---- */

static QRcode *code_of(struct span text, int version)
{
    QRcode *code = NULL;
    QRinput *input = QRinput_new2(version, QR_ECLEVEL_M);
    if (input && QRinput_appendECIheader(input, ECI_UTF8) == 0 &&
        QRinput_append(input, QR_MODE_8, (int)text.count,
                       (const unsigned char *)text.data) == 0)
        code = QRcode_encodeInput(input);
    QRinput_free(input);
    return code;
}

static bool is_all_written(int to, const unsigned char *bytes, size_t count)
{
    while (count) {
        const ssize_t got = write(to, bytes, count);
        if (got <= 0 && errno != EINTR)
            return false;
        bytes += got > 0 ? got : 0;
        count -= got > 0 ? (size_t)got : 0;
    }
    return true;
}

/* The library makes a text that is too long a larger code: then nothing is written. */
__attribute__((noreturn)) static void encode_and_end(struct span text, int version,
                                                     int to)
{
    QRcode *code = code_of(text, version);
    bool is_good = code && code->version == version;
    if (is_good) {
        const size_t count = (size_t)code->width * (size_t)code->width;
        is_good = is_all_written(to, code->data, count);
    }
    QRcode_free(code);
    _exit(is_good ? 0 : 1);
}

/* ---- here ---- */

static bool is_all_read(int from, unsigned char *out_bytes, size_t count)
{
    size_t done = 0;
    while (done < count) {
        const ssize_t got = read(from, out_bytes + done, count - done);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        done += got > 0 ? (size_t)got : 0;
    }
    return true;
}

static int status_of_child(pid_t child)
{
    int state = -1;
    while (waitpid(child, &state, 0) < 0 && errno == EINTR)
        ;
    return state;
}

/* What the library says of a module stands in its lowest bit. */
static unsigned char *framed(struct arena *arena, const unsigned char *raw, int version)
{
    const int side = qr_side(version), inner = data_side(version);
    unsigned char *modules =
        arena_array(arena, unsigned char, (size_t)side *(size_t)side);
    for (int y = 0; y < inner; y++)
        for (int x = 0; x < inner; x++)
            modules[(y + QR_QUIET) * side + x + QR_QUIET] = raw[y * inner + x] & 1;
    return modules;
}

enum status qr_encode(struct arena *arena, struct span text, int version,
                      unsigned char **out_modules)
{
    int ends[2];
    const size_t count = (size_t)data_side(version) * (size_t)data_side(version);
    unsigned char *raw = arena_array(arena, unsigned char, SIDE_MAX *SIDE_MAX);
    if (pipe(ends) != 0)
        return fail(STATUS_IO, "no pipe for a QR code");
    const pid_t child = fork();
    if (child == 0)
        encode_and_end(text, version, ends[1]);
    close(ends[1]);
    const bool is_whole = child > 0 && is_all_read(ends[0], raw, count);
    close(ends[0]);
    if (child < 0)
        return fail(STATUS_IO, "no process for a QR code");
    if (status_of_child(child) != 0 || !is_whole)
        return fail(STATUS_TOO_LARGE, "%zu bytes do not fit into one QR code",
                    text.count);
    *out_modules = framed(arena, raw, version);
    return OK;
}
