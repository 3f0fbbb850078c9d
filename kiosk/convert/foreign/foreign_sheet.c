#include "convert/foreign/foreign_sheet.h"

#include "convert/foreign/foreign_xml.h"
#include "convert/foreign/foreign_zip.h"

struct workbook {
    struct arena *arena;
    struct foreign_zip zip;
    struct losses *losses;
    struct span *shared; /* texts that cells name by number */
    size_t shared_count;
    size_t cell_count, room;
};

static enum status part_read(struct workbook *book, struct span name,
                             struct foreign **out_root)
{
    struct span bytes;
    const enum status status = foreign_zip_read(book->arena, &book->zip, name, &bytes);
    return status == OK
               ? foreign_xml_read(book->arena,
                                  span_format(book->arena, "%.*s, %.*s",
                                              SPAN_ARGS(book->zip.file), SPAN_ARGS(name)),
                                  bytes, &book->room, out_root)
               : status;
}

static bool has_part(const struct workbook *book, const char *name)
{
    for (size_t i = 0; i < book->zip.count; i++)
        if (is_span(book->zip.names[i], name))
            return 1;
    return 0;
}

/* Text of a cell, in pieces that look different; how it is spoken (rPh) is no part of it. */
static struct span rich_text(struct arena *arena, struct foreign *value)
{
    struct buffer text = buffer_init(arena, FOREIGN_BYTES_MAX);
    for (struct foreign *part = value->first; part; part = part->next)
        if (is_span(part->name, "t"))
            buffer_add(&text, foreign_take(arena, part));
        else if (is_span(part->name, "r"))
            for (struct foreign *piece = foreign_get(part, "t"); piece;
                 piece = foreign_again(piece))
                for (const struct foreign *run = piece->first; run; run = run->next)
                    if (!run->name.count) /* blanks between pieces count */
                        buffer_add(&text, run->text);
    return buffer_span(&text);
}

static enum status shared_read(struct workbook *book)
{
    struct foreign *root;
    if (!has_part(book, "xl/sharedStrings.xml"))
        return OK;
    const enum status status = part_read(book, SPAN("xl/sharedStrings.xml"), &root);
    if (status != OK)
        return status;
    size_t count = 0;
    for (const struct foreign *text = foreign_get(root, "si"); text;
         text = foreign_again(text))
        count++;
    book->shared = arena_array(book->arena, struct span, count + 1);
    for (struct foreign *text = foreign_get(root, "si"); text; text = foreign_again(text))
        book->shared[book->shared_count++] = rich_text(book->arena, text);
    return OK;
}

/* "AB12": 27; below 0 when it is no place of a cell. */
static int column_of(struct span place)
{
    int column = 0;
    size_t at = 0;
    for (; at < place.count && place.data[at] >= 'A' && place.data[at] <= 'Z'; at++)
        if (column < FOREIGN_SHEET_COLUMNS_MAX)
            column = column * 26 + place.data[at] - 'A' + 1;
    return at && at < place.count ? column - 1 : -1;
}

static struct span cell_text(struct workbook *book, struct foreign *cell)
{
    struct arena *arena = book->arena;
    const struct span type = foreign_look(cell, "t");
    if (is_span(type, "inlineStr")) {
        struct foreign *inlined = foreign_get(cell, "is");
        return inlined ? rich_text(arena, inlined) : SPAN("");
    }
    const struct span value = foreign_take_of(arena, cell, "v");
    int64_t number;
    if (is_span(type, "s"))
        return span_to_integer(value, &number) && number >= 0 &&
                       (uint64_t)number < book->shared_count
                   ? book->shared[number]
                   : SPAN("");
    return value;
}

static enum status row_read(struct workbook *book, struct foreign *sheet,
                            struct foreign *row, struct span *heads)
{
    struct arena *arena = book->arena;
    const struct span number = foreign_look(row, "r");
    const struct span place = span_format(arena, "row %.*s", SPAN_ARGS(number));
    const bool is_head = !sheet->is_used; /* the first row of a sheet names the columns */
    struct foreign *made =
        is_head ? NULL : foreign_add(arena, sheet, SPAN("row"), SPAN(""), place);
    sheet->is_used = 1;
    int next = 0;
    for (struct foreign *cell = foreign_get(row, "c"); cell; cell = foreign_again(cell)) {
        const struct span where = foreign_look(cell, "r");
        const int column = where.count ? column_of(where) : next;
        next = column + 1;
        const struct span text = span_trim(cell_text(book, cell));
        if (!text.count)
            continue;
        if (column < 0 || column >= FOREIGN_SHEET_COLUMNS_MAX ||
            ++book->cell_count > FOREIGN_VALUES_MAX)
            return fail(STATUS_TOO_LARGE,
                        "%.*s, sheet %.*s, %.*s: only %d columns are read",
                        SPAN_ARGS(book->zip.file), SPAN_ARGS(sheet->name),
                        SPAN_ARGS(place), FOREIGN_SHEET_COLUMNS_MAX);
        if (foreign_get(cell, "f"))
            losses_add(book->losses, SPAN("A formula, of which the last value is taken"),
                       span_format(arena, "sheet %.*s, cell %.*s", SPAN_ARGS(sheet->name),
                                   SPAN_ARGS(where)));
        if (is_head)
            heads[column] = text;
        else
            (void)foreign_add(arena, made,
                              heads[column].count ? heads[column]
                                                  : SPAN("a column without a head"),
                              text, place);
    }
    return OK;
}

static enum status sheet_read(struct workbook *book, struct foreign *root,
                              struct span name, struct span part)
{
    struct foreign *xml;
    enum status status = part_read(book, part, &xml);
    if (status != OK)
        return status;
    struct span *heads = arena_array(book->arena, struct span, FOREIGN_SHEET_COLUMNS_MAX);
    struct foreign *sheet =
        foreign_add(book->arena, root, name, SPAN(""),
                    span_format(book->arena, "sheet %.*s", SPAN_ARGS(name)));
    for (struct foreign *row = foreign_get(foreign_get(xml, "sheetData"), "row");
         row && status == OK; row = foreign_again(row))
        status = row_read(book, sheet, row, heads);
    return status;
}

/* Notes, pictures and charts lie in files of their own; how cells look is no loss. */
static void parts_tell(const struct workbook *book)
{
    static const char *const known[] = {
        "[Content_Types].xml", "_rels/",           "docProps/",
        "customXml/",          "xl/workbook.xml",  "xl/_rels/",
        "xl/styles.xml",       "xl/theme/",        "xl/sharedStrings.xml",
        "xl/worksheets/",      "xl/calcChain.xml", "xl/printerSettings/"};
    for (size_t i = 0; i < book->zip.count; i++) {
        bool is_known = 0;
        for (size_t j = 0; j < sizeof known / sizeof *known; j++)
            is_known = is_known || has_span_prefix(book->zip.names[i], known[j]);
        if (!is_known)
            losses_add(book->losses, SPAN("A part of the workbook that is no sheet"),
                       book->zip.names[i]);
    }
}

/* Where the sheet with this id of a relation lies in the archive. */
static struct span part_of(struct arena *arena, const struct foreign *relations,
                           struct span id)
{
    for (const struct foreign *relation = foreign_get(relations, "Relationship");
         relation; relation = foreign_again(relation))
        if (is_span_equal(foreign_look(relation, "Id"), id)) {
            const struct span target = foreign_look(relation, "Target");
            return has_span_prefix(target, "/")
                       ? span_cut(target, 1, target.count)
                       : span_format(arena, "xl/%.*s", SPAN_ARGS(target));
        }
    return SPAN("");
}

static enum status sheets_read(struct workbook *book, struct foreign *root)
{
    struct foreign *index, *relations;
    enum status status = part_read(book, SPAN("xl/workbook.xml"), &index);
    if (status == OK)
        status = part_read(book, SPAN("xl/_rels/workbook.xml.rels"), &relations);
    if (status != OK)
        return status;
    for (struct foreign *sheet = foreign_get(foreign_get(index, "sheets"), "sheet");
         sheet && status == OK; sheet = foreign_again(sheet))
        status = sheet_read(book, root, foreign_look(sheet, "name"),
                            part_of(book->arena, relations, foreign_look(sheet, "id")));
    return status;
}

enum status foreign_sheet_read(struct arena *arena, struct span file, struct span bytes,
                               struct losses *losses, struct foreign **out_root)
{
    struct workbook book = {.arena = arena, .losses = losses, .room = FOREIGN_VALUES_MAX};
    struct foreign *root = foreign_add(arena, NULL, SPAN(""), SPAN(""), SPAN(""));
    if (!is_foreign_zip(bytes))
        return fail(STATUS_BAD_INPUT, "%.*s is no workbook; save it as .xlsx",
                    SPAN_ARGS(file));
    enum status status = foreign_zip_open(arena, file, bytes, &book.zip);
    if (status == OK)
        status = shared_read(&book);
    if (status == OK)
        status = sheets_read(&book, root);
    if (status != OK)
        return status;
    parts_tell(&book);
    *out_root = root;
    return OK;
}
