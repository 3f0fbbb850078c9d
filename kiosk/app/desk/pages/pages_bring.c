/* Bundles of terminals that lie on mounted sticks, into the archive. Nothing is uploaded: what
 * can be brought in is chosen from what lies there. */
#include "app/desk/office/sticks/sticks.h"
#include "app/desk/pages/pages_turn.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

enum { HTTP_WRONG_FORM = 422, PAGE_BYTES = 1 << 20 };

struct listed {
    struct span *paths;
    size_t count;
};

static struct page_form *form_make(struct pages_turn *turn, const struct listed *listed)
{
    struct page_form *form = page_form_new(turn->arena, SPAN("/import"),
                                           turn->question->token, WS("Bring them in"));
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_SOME_OF, "bundle", WS("Bundles on sticks"));
    for (size_t i = 0; i < listed->count; i++)
        page_form_choice(field, listed->paths[i], listed->paths[i])->is_chosen =
            !is_pages_turn_form(turn) ||
            is_pages_turn_sent(turn, "bundle", listed->paths[i]);
    form->after = WS("Every entry is verified. What is here already is not taken twice.");
    return form;
}

/* Only what lies there now, and was chosen: no name from outside is ever opened. */
static size_t chosen_take(struct pages_turn *turn, const struct listed *listed)
{
    struct options *values = &turn->operation->values;
    *values = (struct options){0};
    for (size_t i = 0; i < listed->count && values->file_count < OPTIONS_FILES_MOST; i++)
        if (is_pages_turn_sent(turn, "bundle", listed->paths[i]))
            values->files[values->file_count++] = listed->paths[i].data;
    return values->file_count;
}

static enum status bring(struct pages_turn *turn)
{
    struct operation *operation = turn->operation;
    enum status status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = pages_turn_change_begin(turn);
    if (status != OK)
        return status;
    status = import_run(operation);
    pages_turn_change_end(turn);
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "done", W("What came"));
    section->first = operation->page.head.first;
    section->last = operation->page.head.last;
    if (status != OK)
        page_add_notice(&turn->page.head, PAGE_WRONG,
                        pages_words_sentence(turn->arena, span_of(status_last())),
                        WS("What could be verified is here; keep the stick."));
    else
        page_add_notice(&turn->page.head, PAGE_GOOD, WS("All of it is here."), SPAN(""));
    page_way_add(turn->arena, &turn->page.head.last->ways, PAGE_WAY_BUTTON,
                 WS("See the people"), SPAN("/people"));
    turn->answer->http_status = status == OK ? 200 : HTTP_WRONG_FORM;
    return OK;
}

enum status pages_bring(struct pages_turn *turn)
{
    struct listed listed;
    sticks_list(turn->operation->arena, &listed.paths, &listed.count);
    pages_turn_begin(turn, WS("Bring in results"));
    if (is_pages_turn_form(turn) && chosen_take(turn, &listed))
        return bring(turn);
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "sticks", W("From a stick"));
    if (!listed.count) {
        page_add_text(section, WS("No bundle of a terminal lies on a stick here. Put in "
                                  "the stick of the terminal, open it in the file "
                                  "manager so that it is mounted, and look again."));
        page_way_add(turn->arena, &page_add_ways(section)->ways, PAGE_WAY_MAIN,
                     WS("Look again"), SPAN("/import"));
        return OK;
    }
    struct page_form *form = form_make(turn, &listed);
    if (is_pages_turn_form(turn)) {
        page_form_fault(form, "bundle", WS("Choose at least one that lies there now."));
        turn->answer->http_status = HTTP_WRONG_FORM;
    }
    page_add_form(section, form);
    return OK;
}
