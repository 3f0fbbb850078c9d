#include "app/kiosk/doctor/doctor_machine.h"

#include "app/kiosk/lock/lock.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/folder.h"
#include "machine/lock_state.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

enum { KERNEL_FILE_BYTES = 64 * 1024, WORDS_BYTES = 4096 };

/* A file of the kernel, which tells no size; empty where there is none. */
static struct span kernel_text(struct arena *arena, const char *path)
{
    struct buffer buffer = buffer_init(arena, KERNEL_FILE_BYTES);
    char piece[4096];
    scoped_file file = open(path, O_RDONLY | O_CLOEXEC);
    for (ssize_t count; file >= 0 && (count = read(file, piece, sizeof piece)) > 0;)
        buffer_add(&buffer, (struct span){piece, (size_t)count});
    return buffer_span(&buffer);
}

static void say(struct doctor_page *page, enum doctor_state state, const char *what,
                const char *words)
{
    doctor_page_add(page, state, what, span_of(words));
}

/* ---- the lock ---- */

static void add_lock(struct doctor_page *page, bool is_wanted)
{
    enum status status = lock_look("/");
    if (status == STATUS_NO_ACCESS && is_wanted)
        status = lock_state_check(LOCK_STATE_FILE);
    if (status == OK)
        say(page, DOCTOR_OK, "lock", "");
    else
        say(page, is_wanted || status == STATUS_REFUSED ? DOCTOR_WRONG : DOCTOR_NOTE,
            "lock", status_last());
}

/* ---- the screens that the kernel sees ---- */

static bool has_connectors(struct doctor_page *page)
{
    struct span *names;
    size_t count = 0, connector_count = 0;
    struct buffer words = buffer_init(page->arena, WORDS_BYTES);
    if (folder_list(page->arena, "/sys/class/drm", "", &names, &count) != OK)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct span folder =
            span_format(page->arena, "/sys/class/drm/%.*s", SPAN_ARGS(names[i]));
        const struct span state = kernel_text(
            page->arena, span_format(page->arena, "%s/status", folder.data).data);
        connector_count += state.count > 0;
        if (!is_span(span_trim(state), "connected"))
            continue;
        const struct span modes = kernel_text(
            page->arena, span_format(page->arena, "%s/modes", folder.data).data);
        buffer_format(&words, "%s%.*s %.*s", words.count ? ", " : "", SPAN_ARGS(names[i]),
                      SPAN_ARGS(span_cut(modes, 0, span_find(modes, '\n'))));
    }
    if (words.count)
        doctor_page_add(page, DOCTOR_OK, "connected screens", buffer_span(&words));
    else if (connector_count)
        say(page, DOCTOR_WRONG, "connected screens",
            "none; look at its cable, and whether it is switched on");
    return connector_count > 0;
}

/* ---- what people touch ---- */

struct inputs {
    struct buffer names;
    size_t count;
};

static bool has_word(struct span line, const char *word)
{
    struct span rest = line, part;
    while (span_next(&rest, ' ', &part))
        if (is_span(part, word))
            return true;
    return false;
}

/* The kernel writes the properties of a device in hexadecimal: bit 1 is direct, a touch screen. */
static bool is_direct(struct span properties)
{
    return properties.count &&
           (span_hex_digit(properties.data[properties.count - 1]) & 2);
}

/* One device of /proc/bus/input/devices, from its N: line on. A switch, a button of the machine or
 * a beeper is nothing to answer with: only what has the handler "kbd" with many keys, or
 * "mouse". */
static void device_end(struct inputs *inputs, struct span name, struct span handlers,
                       struct span properties, bool has_many_keys)
{
    const char *kind = is_direct(properties) ? "touch screen"
                       : has_word(handlers, "mouse0") || has_word(handlers, "mouse1") ||
                               has_word(handlers, "mouse2")
                           ? "pointer"
                       : has_many_keys && has_word(handlers, "kbd") ? "keyboard"
                                                                    : NULL;
    if (!kind)
        return;
    buffer_format(&inputs->names, "%s%s %.*s", inputs->count ? ", " : "", kind,
                  SPAN_ARGS(name));
    inputs->count++;
}

static struct span after(struct span line, const char *beginning)
{
    return has_span_prefix(line, beginning)
               ? span_cut(line, strlen(beginning), line.count)
               : (struct span){0};
}

static void inputs_read(struct span text, struct inputs *inputs)
{
    struct span line, name = {0}, handlers = {0}, properties = {0}, found;
    bool has_many_keys = false;
    while (text.count && span_next(&text, '\n', &line)) {
        if ((found = after(line, "N: Name=")).data)
            name = found;
        else if ((found = after(line, "H: Handlers=")).data)
            handlers = found;
        else if ((found = after(line, "B: PROP=")).data)
            properties = found;
        else if ((found = after(line, "B: KEY=")).data)
            has_many_keys = found.count > 40; /* letters are many words of bits */
        else if (!line.count && name.data) {
            device_end(inputs, name, handlers, properties, has_many_keys);
            name = handlers = properties = (struct span){0};
            has_many_keys = false;
        }
    }
}

/* Where the kernel knows no screen either, this is a server, or a part of one. */
static void add_inputs(struct doctor_page *page, bool has_screens)
{
    static const char path[] = "/proc/bus/input/devices";
    struct inputs inputs = {.names = buffer_init(page->arena, WORDS_BYTES)};
    if (access(path, R_OK) != 0) {
        say(page, DOCTOR_NOTE, "input devices", "cannot be seen from here");
        return;
    }
    inputs_read(kernel_text(page->arena, path), &inputs);
    if (inputs.count)
        doctor_page_add(page, DOCTOR_OK, "input devices", buffer_span(&inputs.names));
    else
        say(page, has_screens ? DOCTOR_WRONG : DOCTOR_NOTE, "input devices",
            "there is no touch screen, keyboard or mouse; look at its cable");
}

static void add_sound(struct doctor_page *page)
{
    struct span rest = kernel_text(page->arena, "/proc/asound/cards"), line;
    struct buffer names = buffer_init(page->arena, WORDS_BYTES);
    while (rest.count && span_next(&rest, '\n', &line)) {
        const size_t at = span_find(line, ']');
        if (at < line.count)
            buffer_format(&names, "%s%.*s", names.count ? ", " : "",
                          SPAN_ARGS(span_trim(span_cut(line, at + 3, line.count))));
    }
    if (names.count)
        doctor_page_add(page, DOCTOR_OK, "sound", buffer_span(&names));
    else
        say(page, DOCTOR_NOTE, "sound", "none; nothing here needs it");
}

/* ---- what runs ---- */

/* The first process of the unit, of the program itself; 0: none. */
static int64_t process_of(struct doctor_page *page)
{
    struct span rest = kernel_text(
        page->arena, "/sys/fs/cgroup/system.slice/resonance-kiosk.service/cgroup.procs");
    struct span line;
    int64_t number;
    while (rest.count && span_next(&rest, '\n', &line)) {
        const struct span path =
            span_format(page->arena, "/proc/%.*s/comm", SPAN_ARGS(line));
        if (span_to_integer(line, &number) &&
            has_span_prefix(kernel_text(page->arena, path.data), "resonance-kiosk"))
            return number;
    }
    return 0;
}

/* After an update the old program goes on until it is started again; its file has no name then. */
static bool is_outdated(int64_t process)
{
    char link[64], target[PATH_MAX];
    static const char gone[] = " (deleted)";
    snprintf(link, sizeof link, "/proc/%lld/exe", (long long)process);
    const ssize_t count = readlink(link, target, sizeof target);
    const size_t end = sizeof gone - 1;
    return count > (ssize_t)end && memcmp(target + count - end, gone, end) == 0;
}

static void add_unit(struct doctor_page *page)
{
    struct stat about;
    if (!is_folder("/run/systemd/system"))
        return;
    const bool is_enabled =
        lstat("/etc/systemd/system/multi-user.target.wants/resonance-kiosk.service",
              &about) == 0;
    const int64_t process = process_of(page);
    if (process && is_outdated(process))
        say(page, DOCTOR_WRONG, "unit",
            "an older program than the installed one still runs; when nobody sits there: "
            "systemctl restart resonance-kiosk");
    else if (!is_enabled)
        say(page, DOCTOR_WRONG, "unit",
            "the terminal does not start with the machine: systemctl enable --now "
            "resonance-kiosk");
    else if (!process)
        say(page, DOCTOR_WRONG, "unit",
            "the terminal does not run: systemctl start resonance-kiosk; journalctl -u "
            "resonance-kiosk says why it ended");
    else
        say(page, DOCTOR_OK, "unit", "starts with the machine, and runs");
}

static void add_versions(struct doctor_page *page)
{
    struct span rest = kernel_text(page->arena, "/etc/os-release"), line, found;
    struct span name = SPAN("another system");
    struct utsname kernel;
    while (rest.count && span_next(&rest, '\n', &line))
        if ((found = after(line, "PRETTY_NAME=\"")).data)
            name = span_cut(found, 0, span_find(found, '"'));
    if (uname(&kernel) != 0)
        kernel.release[0] = 0;
    doctor_page_add(page, DOCTOR_OK, "versions",
                    span_format(page->arena,
                                "resonance-kiosk " RESONANCE_VERSION ", %.*s, kernel %s",
                                SPAN_ARGS(name), kernel.release));
}

void doctor_machine_add(struct doctor_page *page, bool is_lock_wanted)
{
    add_lock(page, is_lock_wanted);
    add_inputs(page, has_connectors(page));
    add_sound(page);
    add_unit(page);
    add_versions(page);
}
