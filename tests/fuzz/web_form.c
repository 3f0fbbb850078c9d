/* Any bytes as a form: refused, or fields of plain text. */
#include "base/must.h"
#include "base/utf8.h"
#include "web/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct form_sent form;
    arena_init(&arena, (size_t)4 << 20);
    if (form_read(&arena, (struct span){(const char *)data, size}, &form) == OK) {
        must(form.count <= FORM_FIELDS_MAX);
        for (size_t i = 0; i < form.count; i++) {
            const struct span value = form.fields[i].value;
            must(utf8_wrong(value) == value.count && form.fields[i].name.count);
            for (size_t at = 0; at < value.count; at++)
                must((unsigned char)value.data[at] >= ' ' || value.data[at] == '\n');
        }
        (void)form_without(&arena, &form, "token");
    }
    arena_done(&arena);
    return 0;
}
