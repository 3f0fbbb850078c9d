/* converted: any bytes as a questionnaire of another program: refused, or a document that our
 * reader reads, with a list of what was lost. */
#ifndef FUZZ_CONVERTED_H
#define FUZZ_CONVERTED_H

#include "base/must.h"
#include "convert/convert.h"
#include "questionnaire/questionnaire.h"
#include "sum.h"

#include <string.h>

/* converted_read(arena, document, losses): what must hold of any result. */
static inline void converted_read(struct arena *arena, struct span document,
                                  const struct losses *losses)
{
    struct questionnaire *questionnaire = NULL;
    struct fault_list faults = fault_list_init(arena);
    (void)(questionnaire_read(arena, SPAN("fuzz"), document, &faults, &questionnaire) ==
           OK);
    /* faults of what it says, as two options of one value, are the author's; JSON is ours */
    must(questionnaire != NULL);
    must(!losses->count == !losses_text(losses).count);
}

/* converted_try(format, data, size): converts these bytes. */
static inline void converted_try(enum convert_format format, const void *data,
                                 size_t size)
{
    struct arena arena;
    struct span document;
    arena_init(&arena, (size_t)512 << 20);
    struct losses losses = losses_init(&arena);
    if (convert_from(&arena, format, SPAN("fuzz"), (struct span){data, size}, &losses,
                     &document) == OK)
        converted_read(&arena, document, &losses);
    arena_done(&arena);
}

static inline void little_add(struct buffer *out, uint32_t value, int count)
{
    for (int i = 0; i < count; i++) {
        const char byte = (char)(value >> 8 * i);
        buffer_add(out, (struct span){&byte, 1});
    }
}

/* The header of a stored file: in its place, or in the list at the end with `where` it is. */
static inline void stored_header(struct buffer *out, struct span name, struct span bytes,
                                 bool is_listed, size_t where)
{
    const uint32_t sum = sum_of((const unsigned char *)bytes.data, bytes.count);
    little_add(out, is_listed ? 0x02014b50 : 0x04034b50, 4);
    little_add(out, 20, is_listed ? 4 : 2);
    little_add(out, 0, 4); /* flags, stored */
    little_add(out, 0, 4); /* time */
    little_add(out, sum, 4);
    little_add(out, (uint32_t)bytes.count, 4);
    little_add(out, (uint32_t)bytes.count, 4);
    little_add(out, (uint32_t)name.count, 2);
    little_add(out, 0, 2);
    if (is_listed) {
        little_add(out, 0, 4);
        little_add(out, 0, 2);
        little_add(out, 0, 4);
        little_add(out, (uint32_t)where, 4);
    }
    buffer_add(out, name);
}

/* converted_archive(arena, names, parts, count): a ZIP archive in which each of the `parts` is
 * stored as it is, with the right sum. */
static inline struct span converted_archive(struct arena *arena, const char *const *names,
                                            const struct span *parts, size_t count)
{
    struct buffer out = buffer_init(arena, 1 << 22), list = buffer_init(arena, 1 << 16);
    for (size_t i = 0; i < count; i++) {
        stored_header(&list, span_of(names[i]), parts[i], 1, out.count);
        stored_header(&out, span_of(names[i]), parts[i], 0, 0);
        buffer_add(&out, parts[i]);
    }
    const size_t begin = out.count;
    buffer_add(&out, buffer_span(&list));
    little_add(&out, 0x06054b50, 4);
    little_add(&out, 0, 4);
    little_add(&out, (uint32_t)count, 2);
    little_add(&out, (uint32_t)count, 2);
    little_add(&out, (uint32_t)list.count, 4);
    little_add(&out, (uint32_t)begin, 4);
    little_add(&out, 0, 2);
    return buffer_span(&out);
}

/* converted_workbook(format, data, size): the same for a workbook whose texts and sheets survey,
 * choices and settings are these bytes, a form feed between each. */
static inline void converted_workbook(enum convert_format format, const void *data,
                                      size_t size)
{
    static const char *const names[] = {
        "xl/workbook.xml",          "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",     "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"};
    struct span parts[6] = {
        SPAN("<w><sheets><sheet name='survey' id='1'/><sheet name='choices' id='2'/>"
             "<sheet name='settings' id='3'/></sheets></w>"),
        SPAN("<r><Relationship Id='1' Target='worksheets/sheet1.xml'/>"
             "<Relationship Id='2' Target='worksheets/sheet2.xml'/>"
             "<Relationship Id='3' Target='worksheets/sheet3.xml'/></r>")};
    struct span rest = {data, size};
    struct arena arena;
    arena_init(&arena, (size_t)16 << 20);
    for (size_t i = 2; i < 6; i++)
        if (!span_next(&rest, '\f', &parts[i]))
            parts[i] = SPAN("<w/>");
    const struct span archive = converted_archive(&arena, names, parts, 6);
    converted_try(format, archive.data, archive.count);
    arena_done(&arena);
}

#endif
