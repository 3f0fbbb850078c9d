#include "machine/lock_edit.h"

#include "base/buffer.h"
#include "machine/lock_place.h"

#include <string.h>

enum { EDITED_BYTES_MAX = LOCK_PLACE_BYTES_MAX };

/* A line of a text with its end, whatever that is. */
static bool line_next(struct span *rest, struct span *out_line)
{
    const size_t at = span_find(*rest, '\n');
    if (!rest->count)
        return false;
    *out_line = span_cut(*rest, 0, at + 1);
    *rest = span_cut(*rest, out_line->count, rest->count);
    return true;
}

static enum status edited(const struct buffer *buffer, struct span *out_after)
{
    if (buffer->is_full)
        return fail(STATUS_TOO_LARGE, "a file of the machine is larger than %d bytes",
                    EDITED_BYTES_MAX);
    *out_after = buffer_span(buffer);
    return OK;
}

/* The field `number` of a line, from 0, between blanks. */
static struct span field_of(struct span line, int number)
{
    size_t at = 0, end = 0;
    for (int i = 0; i <= number; i++) {
        for (at = end; at < line.count && strchr(" \t", line.data[at]);)
            at++;
        for (end = at; end < line.count && !strchr(" \t\n", line.data[end]);)
            end++;
    }
    return span_cut(line, at, end - at);
}

static enum status fstab_edit(struct arena *arena, struct span before,
                              struct span *out_after)
{
    struct buffer buffer = buffer_init(arena, EDITED_BYTES_MAX);
    struct span rest = before, line;
    while (line_next(&rest, &line)) {
        if (!has_span_prefix(field_of(line, 0), "#") &&
            is_span(field_of(line, 2), "swap"))
            buffer_text(&buffer, "# resonance-kiosk lock: ");
        buffer_add(&buffer, line);
    }
    return edited(&buffer, out_after);
}

static enum status grub_entries_edit(struct arena *arena, struct span before,
                                     struct span *out_after)
{
    static const char wanted[] = "CLASS=\"--class gnu-linux --class gnu --class os",
                      free_for_all[] = " --unrestricted";
    struct buffer buffer = buffer_init(arena, EDITED_BYTES_MAX);
    struct span rest = before, line;
    bool is_found = false;
    while (line_next(&rest, &line)) {
        const size_t count = sizeof wanted - 1;
        if (!has_span_prefix(line, wanted)) {
            buffer_add(&buffer, line);
            continue;
        }
        is_found = true;
        buffer_text(&buffer, wanted);
        if (!has_span_prefix(span_cut(line, count, line.count), free_for_all))
            buffer_text(&buffer, free_for_all);
        buffer_add(&buffer, span_cut(line, count, line.count));
    }
    if (!is_found)
        return fail(
            STATUS_UNSUPPORTED,
            "/etc/grub.d/10_linux has no line that begins with %s\": this GRUB is not "
            "known to this program, and the machine would ask for a passphrase at "
            "each start",
            wanted);
    return edited(&buffer, out_after);
}

static enum status usbguard_edit(struct arena *arena, struct span before,
                                 struct span *out_after)
{
    static const char *const settings[] = {"ImplicitPolicyTarget=block",
                                           "PresentDevicePolicy=apply-policy",
                                           "InsertedDevicePolicy=apply-policy"};
    enum { SETTING_COUNT = sizeof settings / sizeof *settings };
    struct buffer buffer = buffer_init(arena, EDITED_BYTES_MAX);
    struct span rest = before, line;
    while (line_next(&rest, &line)) {
        bool is_ours = false;
        for (size_t i = 0; i < SETTING_COUNT; i++)
            is_ours |= has_span_prefix(
                line,
                span_text(arena, span_cut(span_of(settings[i]), 0,
                                          span_find(span_of(settings[i]), '=') + 1)));
        if (is_ours)
            buffer_text(&buffer, "# resonance-kiosk lock: ");
        buffer_add(&buffer, line);
    }
    if (before.count && before.data[before.count - 1] != '\n')
        buffer_text(&buffer, "\n");
    for (size_t i = 0; i < SETTING_COUNT; i++)
        buffer_format(&buffer, "%s\n", settings[i]);
    return edited(&buffer, out_after);
}

static bool has_rule(struct span rules)
{
    struct span line;
    while (line_next(&rules, &line))
        if (has_span_prefix(span_trim(line), "allow "))
            return true;
    return false;
}

static enum status usb_rules_edit(struct arena *arena, struct span before,
                                  struct span *out_after)
{
    struct buffer buffer = buffer_init(arena, EDITED_BYTES_MAX);
    if (!has_rule(before))
        return fail(
            STATUS_UNSUPPORTED,
            "/etc/usbguard/rules.conf lets no device in: the keyboard and the touch "
            "screen of this machine would be blocked; with both plugged in: "
            "usbguard generate-policy > /etc/usbguard/rules.conf, then lock again");
    buffer_add(&buffer, before);
    if (before.data[before.count - 1] != '\n')
        buffer_text(&buffer, "\n");
    buffer_text(&buffer, "# resonance-kiosk lock: sticks that are nothing but sticks\n"
                         "reject with-interface all-of { 08:*:* 03:*:* }\n"
                         "allow with-interface equals { 08:06:50 }\n"
                         "allow with-interface equals { 08:06:50 08:06:62 }\n");
    return edited(&buffer, out_after);
}

enum status lock_edit_apply(struct arena *arena, enum lock_edit edit, struct span before,
                            struct span *out_after)
{
    switch (edit) {
    case LOCK_EDIT_FSTAB:
        return fstab_edit(arena, before, out_after);
    case LOCK_EDIT_GRUB_ENTRIES:
        return grub_entries_edit(arena, before, out_after);
    case LOCK_EDIT_USBGUARD:
        return usbguard_edit(arena, before, out_after);
    case LOCK_EDIT_USB_RULES:
        return usb_rules_edit(arena, before, out_after);
    case LOCK_EDIT_COUNT:
        break;
    }
    return fail(STATUS_UNSUPPORTED, "there is no such edit");
}
