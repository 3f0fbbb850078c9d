/* What people who answer the form usually answer, here and elsewhere: averages of many people. A
 * table of another organization is brought in from a stick, with its public key, and taken out
 * again; an owner signs for both. */
#include "app/desk/office/norms/imported_norms.h"
#include "app/desk/office/sticks/sticks.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_words.h"
#include "base/file.h"
#include "base/words.h"

#include <stdio.h>

enum { HTTP_WRONG_FORM = 422, PAGE_BYTES = 256 * 1024, KEY_MOST = 120 };

struct norms_page {
    struct imported_norm *imported;
    size_t imported_count;
    struct span *tables; /* on sticks */
    size_t table_count;
    struct page_form *bring, *remove; /* NULL: there is nothing to choose */
};

/* A table is a file with its signature beside it. */
static bool is_table(const char *path)
{
    char beside[4096];
    const int length = snprintf(beside, sizeof beside, "%s.minisig", path);
    return length > 0 && (size_t)length < sizeof beside && is_file(path) &&
           is_file(beside);
}

static bool is_act(const struct pages_turn *turn, const char *act)
{
    return is_pages_turn_form(turn) && is_span(pages_turn_field(turn, "act"), act);
}

static struct page_form *form_new(struct pages_turn *turn, const char *act,
                                  const char *submit)
{
    struct page_form *form =
        page_form_new(turn->arena, SPAN("/norms"), turn->question->token, WS(submit));
    page_form_field(form, PAGE_FIELD_HIDDEN, "act", SPAN(""))->value = span_of(act);
    return form;
}

/* --- from a stick --- */

static void bring_add(struct pages_turn *turn, struct norms_page *norms)
{
    struct page_section *section = page_section(&turn->page, PAGE_BOX, "bring",
                                                W("A table of another organization"));
    page_add_text(section,
                  WS("Another organization can give away its table: means and how they "
                     "go together, never persons. It counts for vacancies that are "
                     "opened from then on."));
    if (!norms->table_count) {
        page_add_text(section,
                      WS("No such table lies on a stick here: two files, of which one "
                         "has the name of the other, and ends with .minisig."));
        page_way_add(turn->arena, &page_add_ways(section)->ways, PAGE_WAY_BUTTON,
                     WS("Look again"), SPAN("/norms"));
        return;
    }
    norms->bring = form_new(turn, "bring", W("Take it"));
    struct page_field *field = page_form_field(norms->bring, PAGE_FIELD_ONE_OF, "table",
                                               WS("The table on the stick"));
    for (size_t i = 0; i < norms->table_count; i++)
        page_form_choice(field, norms->tables[i], norms->tables[i])->is_chosen =
            is_pages_turn_sent(turn, "table", norms->tables[i]);
    field = page_form_field(norms->bring, PAGE_FIELD_TEXT, "key",
                            WS("The public key of who signed it"));
    field->value = pages_turn_field(turn, "key");
    field->hint = WS("One line of letters and figures, which came to you by another way "
                     "than the stick.");
    field->most = KEY_MOST;
    pages_sign_field(norms->bring);
    page_add_form(section, norms->bring);
}

static bool is_key(struct pages_turn *turn, struct span key)
{
    struct minisign_public public;
    return minisign_public_read(
               span_format(turn->arena, "untrusted comment: key\n%.*s\n", SPAN_ARGS(key)),
               &public) == OK;
}

/* Only what lies there now, and was chosen: no name from outside is ever opened. */
static const char *chosen(const struct pages_turn *turn, const struct norms_page *norms)
{
    for (size_t i = 0; i < norms->table_count; i++)
        if (is_pages_turn_sent(turn, "table", norms->tables[i]))
            return norms->tables[i].data;
    return NULL;
}

static enum status bring_do(struct pages_turn *turn, const struct norms_page *norms)
{
    const char *path = chosen(turn, norms);
    const struct span key = span_trim(pages_turn_field(turn, "key"));
    if (!norms->bring)
        return fail(STATUS_NOT_FOUND, "no table lies on a stick any more");
    if (!path)
        page_form_fault(norms->bring, "table", WS("Choose one that lies there now."));
    if (!is_key(turn, key))
        page_form_fault(norms->bring, "key", WS("That is no public key of minisign."));
    if (page_form_fault_count(norms->bring))
        return fail(STATUS_USAGE, "something is open");
    pages_turn_word(turn, span_of(path));
    pages_turn_value(turn, "public-key", key);
    return pages_sign_run(turn, norm_import_prepare, norm_import_run);
}

/* --- taken out again --- */

static void remove_add(struct pages_turn *turn, struct norms_page *norms)
{
    if (!norms->imported_count)
        return;
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "remove", W("A table that counts no more"));
    norms->remove = form_new(turn, "remove", W("Remove it"));
    struct page_field *field =
        page_form_field(norms->remove, PAGE_FIELD_ONE_OF, "name", WS("Which one"));
    for (size_t i = 0; i < norms->imported_count; i++)
        page_form_choice(field, norms->imported[i].name, norms->imported[i].name)
            ->is_chosen = is_pages_turn_sent(turn, "name", norms->imported[i].name);
    norms->remove->after = WS("Open vacancies keep the norm that they were opened with.");
    norms->remove->is_second = norms->bring != NULL;
    pages_sign_field(norms->remove);
    page_add_form(section, norms->remove);
}

static enum status remove_do(struct pages_turn *turn, const struct norms_page *norms)
{
    if (!norms->remove)
        return fail(STATUS_NOT_FOUND, "there is no imported table any more");
    if (!pages_turn_field(turn, "name").count) {
        page_form_fault(norms->remove, "name", WS("Choose one."));
        return fail(STATUS_USAGE, "something is open");
    }
    pages_turn_word(turn, pages_turn_field(turn, "name"));
    return pages_sign_run(turn, norm_remove_prepare, norm_remove_run);
}

/* --- the page --- */

/* What the operation says of it. */
static enum status usual_add(struct pages_turn *turn)
{
    struct operation *operation = turn->operation;
    operation->values = (struct options){0};
    enum status status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = norm_show_prepare(operation);
    if (status == OK)
        status = norm_show_run(operation);
    if (status == OK)
        pages_sign_said(turn, page_section(&turn->page, PAGE_BOX, "usual", ""));
    return status;
}

static enum status sent(struct pages_turn *turn, struct norms_page *norms)
{
    struct page_form *form = is_act(turn, "remove") ? norms->remove : norms->bring;
    if (!has_pages_turn_role(turn, "o"))
        return fail(STATUS_REFUSED, "only an HR owner signs for this");
    result_reader_close(&turn->operation->reader);
    const enum status status =
        is_act(turn, "remove") ? remove_do(turn, norms) : bring_do(turn, norms);
    if (status == OK) {
        pages_turn_done(turn, SPAN("/norms"),
                        is_act(turn, "remove") ? WN("The table is removed.")
                                               : WN("The table is taken."));
        return OK;
    }
    if (is_pages_sign_grave(status) || !form)
        return status;
    if (!page_form_fault_count(form))
        page_form_fault(form,
                        status == STATUS_WRONG_PASSPHRASE ? "passphrase"
                        : is_act(turn, "remove")          ? "name"
                                                          : "table",
                        pages_words_sentence(turn->arena, span_of(status_last())));
    turn->answer->http_status = HTTP_WRONG_FORM;
    return OK;
}

enum status pages_norms(struct pages_turn *turn)
{
    struct norms_page norms = {0};
    const struct assessment *assessment;
    struct office *office = &turn->operation->office;
    pages_turn_begin(turn, WS("What is usual"));
    pages_turn_crumb(turn, WS("Settings"), SPAN("/organization"));
    pages_turn_crumb(turn, turn->page.title, SPAN(""));
    enum status status = usual_add(turn);
    if (status == OK)
        status = office_assessment(office, &assessment);
    if (status == OK)
        status = imported_norms_list(office, assessment, &norms.imported,
                                     &norms.imported_count);
    if (status != OK)
        return status;
    if (has_pages_turn_role(turn, "o")) {
        sticks_list_of(turn->operation->arena, is_table, &norms.tables,
                       &norms.table_count);
        bring_add(turn, &norms);
        remove_add(turn, &norms);
    }
    return is_pages_turn_form(turn) ? sent(turn, &norms) : OK;
}
