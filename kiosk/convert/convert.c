#include "convert/convert.h"

#include "base/must.h"
#include "convert/from/from.h"

static const char *const words[] = {
#define CONVERT_FORMAT(name, word, what) word,
#include "convert/convert_format.def"
#undef CONVERT_FORMAT
};

enum status convert_format_read(struct span word, enum convert_format *out_format)
{
    for (size_t i = 0; i < CONVERT_COUNT; i++)
        if (is_span(word, words[i])) {
            *out_format = (enum convert_format)i;
            return OK;
        }
    return fail(STATUS_USAGE, "--from is one of list, qsf, lss, xlsform, formr and qti");
}

static enum status read(struct arena *arena, enum convert_format format, struct span file,
                        struct span bytes, struct losses *losses, struct outline *outline)
{
    *outline = outline_begin(arena, losses, SPAN("en"));
    switch (format) {
    case CONVERT_LIST:
        return from_list(outline, file, bytes);
    case CONVERT_QSF:
        return from_qsf(outline, file, bytes);
    case CONVERT_LSS:
        return from_lss(outline, file, bytes);
    case CONVERT_XLSFORM:
        return from_xlsform(outline, file, bytes);
    case CONVERT_FORMR:
        return from_formr(outline, file, bytes);
    case CONVERT_QTI:
        return from_qti(outline, file, bytes);
    case CONVERT_COUNT:
        break;
    }
    must(0);
    return OK;
}

enum status convert_from(struct arena *arena, enum convert_format format,
                         struct span file, struct span bytes, struct losses *losses,
                         struct span *out_document)
{
    struct outline *outline = arena_new(arena, struct outline);
    enum status status = read(arena, format, file, bytes, losses, outline);
    if (status != OK)
        return status;
    status = outline_write(outline, out_document);
    if (status == OK && losses->is_full)
        return fail(STATUS_TOO_LARGE, "%.*s: more is lost than can be told",
                    SPAN_ARGS(file));
    return status == OK ? OK : fail_in(status, "%.*s", SPAN_ARGS(file));
}
