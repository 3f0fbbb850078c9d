#include "app/desk/office/sheet/sheet_page.h"

#include "base/buffer.h"
#include "qr/qr.h"
#include "seal/base64.h"
#include "seal/sheet/sheet_lines.h"
#include "seal/sheet/sheet_text.h"

enum { SVG_BYTES = 128 * 1024 };

static void purpose_add(struct arena *guarded, struct page *page,
                        const struct sheet_page *facts)
{
    page_add_note(
        &page->head,
        span_format(
            guarded,
            "Whoever has this sheet can open every result of %.*s and can sign for "
            "it. Keep it like a key to the house.",
            SPAN_ARGS(facts->organization)));
    page_add_text(
        &page->head,
        SPAN("It is needed when the recruiters' keys or passphrases are lost, or "
             "the passphrase of the signing key. Its secret key is kept nowhere "
             "else."));
    page_add_exact(&page->head, SPAN(""),
                   span_format(guarded,
                               "Organization: %.*s\n" SHEET_TEXT_ORGANIZATION "  %.*s\n"
                               "Label:        %.*s\n"
                               "Made on:      %.*s\n"
                               "Public key:   %.*s\n"
                               "Eight words:  %.*s",
                               SPAN_ARGS(facts->organization),
                               SPAN_ARGS(facts->signing_public), SPAN_ARGS(facts->label),
                               SPAN_ARGS(facts->day), SPAN_ARGS(facts->public),
                               SPAN_ARGS(facts->words)));
}

static void keys_add(struct arena *guarded, struct page *page,
                     const struct sheet_page *facts)
{
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "key", "The key that opens every result");
    page_add_exact(section, SPAN(""),
                   sheet_lines_write(guarded, SHEET_TEXT_KEY_LINE, facts->key_letters));
    section = page_section(page, PAGE_PLAIN, "signing",
                           "The key that signs for the organization");
    page_add_exact(
        section, SPAN(""),
        sheet_lines_write(guarded, SHEET_TEXT_SIGNING_LINE, facts->signing_letters));
    if (!facts->image.count)
        return;
    section = page_section(page, PAGE_PLAIN, "code", "Both keys, to be scanned");
    page_add_text(section,
                  SPAN("Scan it with a device that is not connected to anything: "
                       "what is read is the secret itself, as a file for "
                       "--identity."));
    page_add_image(section, SPAN("A QR code with both keys."), facts->image);
}

static void pair(struct page_block *list, const char *name, const char *value)
{
    page_pair(list, span_of(name), span_of(value));
}

static void use_add(struct page *page)
{
    struct page_section *section = page_section(page, PAGE_PLAIN, "keep", "Who keeps it");
    struct page_block *list = page_add_list(section);
    pair(list, "Twice",
         "Print or copy it twice. Put the two into two safes in two places, kept by two "
         "people.");
    pair(list, "Nowhere else",
         "Empty the memory of the printer. If the sheet came in a file, remove that.");
    pair(list, "After a new one is made",
         "Keep this one with it until what came before is shared with the new key: "
         "resonance key share LABEL.");
    section = page_section(page, PAGE_PLAIN, "use", "How it is used");
    list = page_add_list(section);
    pair(
        list, "To type it",
        "Type the lines into a file, each with its number in front; capitals or small "
        "letters, with or without hyphens. There is no letter B, I or O and no digit 1 in "
        "them: what looks like one is 8, L or 0. The last two of a line are its check, so "
        "that a wrong line is named.");
    pair(list, "To try it", "Once a year: resonance key sheet FILE. It changes nothing.");
    pair(list, "To open results", "resonance list --identity FILE, and so on.");
    pair(list, "To recover a key",
         "resonance key recover LABEL --identity FILE for the key of a recruiter, "
         "resonance key recover signing --identity FILE for the signing key.");
    pair(
        list, "Without our program",
        "Write AGE-SECRET-KEY- and right after it, in capitals, a 1 and the letters of lines "
        "1 to 3 without hyphens and without the last two of each line, as one line of a "
        "file. Then: age -d -i FILE SEALED-FILE");
    pair(list, "If both are lost",
         "Make another one with resonance key new --recovery, enrol the terminals again, "
         "and retire this one.");
}

struct page sheet_page_build(struct arena *guarded, const struct sheet_page *facts)
{
    struct page page =
        page_init(guarded, SPAN("RESONANCE RECOVERY KEY"),
                  span_format(guarded, "Recovery sheet of %.*s, %.*s: into the safe",
                              SPAN_ARGS(facts->organization), SPAN_ARGS(facts->day)));
    purpose_add(guarded, &page, facts);
    keys_add(guarded, &page, facts);
    use_add(&page);
    return page;
}

/* Dark modules as one path, a bar for each that stand side by side. */
static void modules_add(struct buffer *svg, const unsigned char *modules, int side)
{
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++) {
            const int begin = x;
            while (x < side && modules[y * side + x])
                x++;
            if (x > begin)
                buffer_format(svg, "M%d %dh%dv1h-%dz", begin, y, x - begin, x - begin);
        }
}

static struct span svg_of(struct arena *guarded, const unsigned char *modules, int side)
{
    struct buffer svg = buffer_init(guarded, SVG_BYTES);
    buffer_format(
        &svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
        "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>"
        "<path d=\"",
        side, side, side, side);
    modules_add(&svg, modules, side);
    buffer_text(&svg, "\"/></svg>");
    return buffer_span(&svg);
}

enum status sheet_page_image(struct arena *guarded, struct span text,
                             struct span *out_image)
{
    unsigned char *modules = NULL;
    int version = QR_VERSION_MIN;
    enum status status = qr_encode(guarded, text, version, &modules);
    while (status == STATUS_TOO_LARGE && version < QR_VERSION_MAX)
        status = qr_encode(guarded, text, ++version, &modules);
    if (status != OK)
        return status;
    const struct span svg = svg_of(guarded, modules, qr_side(version));
    struct buffer uri = buffer_init(guarded, 2 * SVG_BYTES);
    buffer_text(&uri, "data:image/svg+xml;base64,");
    for (size_t at = 0; at < svg.count; at += BASE64_MAX_BYTES)
        buffer_add(&uri, base64_write(guarded, span_cut(svg, at, BASE64_MAX_BYTES),
                                      BASE64_PADDED));
    *out_image = buffer_span(&uri);
    return OK;
}
