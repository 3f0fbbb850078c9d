#include "app/desk/pages/pages_frame.h"

#include "app/desk/pages/pages_asset.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

#include <string.h>

enum {
    HTTP_FORBIDDEN = 403,
    HTTP_NOT_FOUND = 404,
    HTTP_WRONG_FORM = 422,
    HTTP_FAILED = 500,
};

static const struct {
    size_t group;
    enum pages_room room;
    const char *words, *address;
} ways[] = {
    {0, PAGES_TODAY, WN("Today"), "/"},
    {0, PAGES_PEOPLE, WN("People"), "/people"},
    {0, PAGES_INTERVIEWS, WN("Interviews"), "/interviews"},
    {0, PAGES_AFTER, WN("After hiring"), "/after"},
    {1, PAGES_PROFILE, WN("Our profile"), "/profile"},
    {1, PAGES_DRIVERS, WN("Drivers"), "/drivers"},
    {1, PAGES_STORY, WN("Our story"), "/story"},
    {1, PAGES_VACANCIES, WN("Vacancies"), "/vacancies"},
    {2, PAGES_ORGANIZATION, WN("Settings"), "/organization"},
    {2, PAGES_IMPORT, WN("Bring in results"), "/import"},
    {2, PAGES_TERMINALS, WN("Terminals"), "/terminals"},
    {2, PAGES_KEYS, WN("Users and keys"), "/keys/people"},
    {2, PAGES_AUDIT, WN("Audit"), "/audit"},
    {2, PAGES_DOCTOR, WN("Is all well?"), "/doctor"},
    {3, PAGES_HELP, WN("Help"), "/help"},
};

static const char *const groups[PAGE_SHELL_ROOMS] = {"", WN("Our place"),
                                                     WN("Administration"), ""};

/* What each page of the rail is, as the table of routes says it. */
static const struct {
    const char *address, *roles;
} routes[] = {
#define PAGES_ROUTE(symbol, route, methods, fields, roles, room) {route, roles},
#include "app/desk/pages/pages_route.def"
#undef PAGES_ROUTE
};

static bool is_for(const struct pages_turn *turn, const char *address)
{
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++)
        if (strcmp(routes[i].address, address) == 0)
            return has_pages_turn_role(turn, routes[i].roles);
    return false;
}

void pages_frame(struct pages_turn *turn, enum pages_room room)
{
    struct page_shell *shell = &turn->shell;
    shell->rules = pages_asset_address("desk.css");
    shell->mark = pages_asset_address("mark.svg");
    shell->organization = turn->operation->office.organization->name;
    shell->who = turn->person ? turn->person->name : operation_who(turn->operation);
    shell->who_address = SPAN("/me");
    shell->role = staff_role_set_words(turn->arena, turn->roles);
    shell->token = turn->question->token;
    for (size_t i = 0; i < PAGE_SHELL_ROOMS; i++)
        shell->rooms[i].title = *groups[i] ? WS(groups[i]) : SPAN("");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!is_for(turn, ways[i].address))
            continue;
        page_way_add(turn->arena, &shell->rooms[ways[i].group].ways, PAGE_WAY_LINK,
                     WS(ways[i].words), span_of(ways[i].address))
            ->is_here = ways[i].room == room;
    }
}

static int http_of(enum status status)
{
    if (status == STATUS_NOT_FOUND)
        return HTTP_NOT_FOUND;
    if (status == STATUS_REFUSED || status == STATUS_NO_ACCESS ||
        status == STATUS_WRONG_KEY)
        return HTTP_FORBIDDEN;
    return status == STATUS_BAD_INPUT || status == STATUS_USAGE || status == STATUS_EXISTS
               ? HTTP_WRONG_FORM
               : HTTP_FAILED;
}

/* What is so, that nothing is lost, and one way on. */
static void instead(struct pages_turn *turn, struct span title, struct span words)
{
    pages_turn_begin(turn, title);
    turn->shell.crumbs = (struct page_ways){0};
    turn->shell.actions = (struct page_ways){0};
    struct page_block *notice =
        page_add_notice(&turn->page.head, PAGE_WRONG, words, SPAN(""));
    page_way_add(turn->arena, &notice->ways, PAGE_WAY_BUTTON, WS("Go to Today"),
                 SPAN("/"));
}

int pages_frame_failed(struct pages_turn *turn, enum status status)
{
    const struct span why = pages_words_sentence(turn->arena, span_of(status_last()));
    instead(turn,
            status == STATUS_NOT_FOUND ? WS("It is not here") : WS("This was not done"),
            why);
    return http_of(status);
}

int pages_frame_refused(struct pages_turn *turn, int http_status, const char *title,
                        const char *words)
{
    instead(turn, WS(title), WS(words));
    return http_status;
}
