#include "app/terminal/terminal.h"

#include "app/common/console.h"
#include "app/terminal/effects.h"
#include "app/terminal/keeper/link.h"
#include "app/terminal/staff/keeper_staff.h"
#include "app/terminal/ready.h"
#include "app/terminal/slip/slip_send.h"
#include "app/terminal/staff/staff_effects.h"
#include "app/terminal/staff/staff_ready.h"
#include "view/direction.h"
#include "view/layout/settle.h"

enum {
    PROGRAM_MAX_BYTES = 64 * 1024 * 1024,
    /* Guarded memory is locked, and a desktop lets a program lock 8 MiB in all. */
    SITTING_BYTES = 1536 * 1024,
    TREE_BYTES = 1024 * 1024,
    LOOK_MS = 3600 * 1000,
    LOOK_AGAIN_MS = 300 * 1000, /* while something is not as it should be */
    OFFER_MS = 60 * 1000,
    WORK_BYTES = 3 * 1024 * 1024,
};

/* Where no configuration says it. */
static const struct terminal_config unconfigured = {.language = {"en", 2}, .idle_s = 300};

/* The room that the pages of one kin begin with is found once for all of them. */
static struct room room_of(struct terminal *terminal, struct arena *arena,
                           struct journey_page page, struct moment moment)
{
    if (!is_journey_page_kin(page, page))
        return (struct room){0};
    if (!is_journey_page_kin(page, terminal->kin))
        terminal->kin_room = journey_room(arena, &terminal->journey, &terminal->facts,
                                          terminal->text, moment);
    terminal->kin = page;
    return terminal->kin_room;
}

/* Describes the current screen anew in the other tree arena, so that the tree on the screen
 * stays whole until its successor stands. */
static void terminal_update(struct terminal *terminal, struct moment moment)
{
    const int other = !terminal->tree_index;
    struct arena *arena = &terminal->trees[other];
    arena_reset(arena);
    terminal->facts.step = terminal->journey.comfort.step;
    terminal->facts.theme = terminal->journey.comfort.theme;
    terminal->facts.is_right_to_left =
        is_direction_right_to_left(terminal->site.terminal->language);
    const struct journey_page page = journey_page(&terminal->journey, &terminal->facts);
    if (!terminal->journey.visit)
        terminal->kin =
            (struct journey_page){0}; /* the next person's questions are others */
    if (!is_journey_page_same(page, terminal->page))
        terminal->facts.room = room_of(terminal, arena, page, moment);
    terminal->page = page;
    struct node *root =
        journey_fit(arena, &terminal->journey, &terminal->facts, terminal->text, moment);
    focus_settle(&terminal->focus, root);
    settle_run(root, &terminal->facts, &terminal->focus.scrolls);
    focus_read(&terminal->focus, root);
    focus_shown(&terminal->focus, moment);
    terminal->root = root;
    terminal->tree_index = other;
}

enum status terminal_open_memory(struct terminal *terminal)
{
    bool is_locked;
    arena_init(&terminal->program, PROGRAM_MAX_BYTES);
    arena_init(&terminal->spare, PROGRAM_MAX_BYTES);
    enum status status =
        arena_init_guarded(&terminal->sitting, SITTING_BYTES, &is_locked);
    for (int i = 0; i < 2 && status == OK; i++)
        status = arena_init_guarded(&terminal->trees[i], TREE_BYTES, &is_locked);
    if (status == OK)
        status = arena_init_guarded(&terminal->work, WORK_BYTES, &is_locked);
    if (status == OK)
        status = keeper_ask_init(terminal->folders.keeper_socket, &terminal->keeper,
                                 &terminal->port);
    return status;
}

/* Their names lie where they are needed last, in the arena of an effect. */
static size_t offers_of(struct terminal *terminal, struct offer offers[OFFERS_MAX])
{
    arena_reset(&terminal->work);
    return offer_find(&terminal->work, terminal->folders.config,
                      terminal->folders.incoming, offers);
}

static enum status ground_on(struct terminal *terminal, const struct offer *offer)
{
    vault_close(&terminal->vault);
    terminal->config = NULL;
    keeper_ask_begin_open(&terminal->port);
    arena_reset(&terminal->program);
    enum status status =
        config_load(&terminal->program, offer->folder, &terminal->config);
    if (status == OK)
        status = vault_open(&terminal->port, &terminal->vault);
    if (status == OK)
        status = vault_adopt(&terminal->vault, terminal->config);
    if (status == OK)
        status = ready_letters(&terminal->program, terminal->config, terminal->text);
    return status;
}

/* Also again after a failure: what a try before has left is closed first. A newer configuration
 * that cannot be used does not keep an older one from being used. One whose organization nobody has
 * compared yet waits for that. */
static enum status ground_open(struct terminal *terminal)
{
    struct offer offers[OFFERS_MAX];
    enum status status = seal_start();
    if (status == OK && !can_seal_lock())
        status = fail(STATUS_REFUSED,
                      "answers could reach the swap: allow this program to lock memory "
                      "(LimitMEMLOCK=64M in its unit)");
    const size_t count = offers_of(terminal, offers);
    terminal->is_blank = !offers[0].sequence;
    for (size_t i = 0; i < count && status == OK; i++) {
        const enum status tried = ground_on(terminal, &offers[i]);
        if (tried == OK || tried == STATUS_UNCONFIRMED || i + 1 == count)
            return tried;
        offer_tell(&terminal->told, &offers[i], tried);
    }
    return status;
}

static enum status config_renew(struct terminal *terminal, const struct offer *offer)
{
    const struct arena before = terminal->program;
    struct config *config;
    arena_reset(&terminal->spare);
    enum status status = config_load(&terminal->spare, offer->folder, &config);
    if (status == OK)
        status = vault_adopt(&terminal->vault, config);
    if (status == OK)
        status = ready_letters(&terminal->spare, config, terminal->text);
    if (status != OK)
        return status;
    terminal->config = config;
    terminal->program = terminal->spare;
    terminal->spare = before;
    return OK;
}

/* New cards, new vacancies, another end of a key: a higher number has come. Until one stands, the
 * present one holds; of a key that has ended, the same number may be whole only now; another
 * signing key begins anew. */
static void offers_take(struct terminal *terminal, struct moment moment)
{
    struct offer offers[OFFERS_MAX];
    const size_t count = offers_of(terminal, offers);
    const int64_t present = terminal->config->manifest->sequence;
    terminal->offer_ms = moment.steady_ms + OFFER_MS;
    for (size_t i = 0;
         i < count && (offers[i].sequence > present ||
                       terminal->failure == STATUS_EXPIRED || terminal->is_key_new);
         i++) {
        const enum status status = config_renew(terminal, &offers[i]);
        if (status == OK)
            return;
        offer_tell(&terminal->told, &offers[i], status);
    }
}

static void site_set(struct terminal *terminal, bool is_fault_shown, struct moment moment)
{
    const bool has_ground = terminal->has_ground;
    const struct groups *groups = has_ground ? terminal->config->groups : NULL;
    terminal->site = (struct site){
        .assessment = has_ground ? terminal->config->assessment : NULL,
        .terminal = has_ground ? terminal->config->terminal : &unconfigured,
        .groups = groups && !is_groups_over(groups, moment.unix_ms) ? groups : NULL,
        .fault = is_fault_shown ? terminal->failure : OK,
        .is_blank = terminal->is_blank && terminal->failure == STATUS_NOT_FOUND,
    };
    terminal->text->set_language(terminal->text->context,
                                 terminal->site.terminal->language);
}

/* What is too old goes, whether or not somebody may begin. */
static enum status look_around(struct terminal *terminal, struct moment moment,
                               bool is_whole)
{
    const enum status status = vault_expire(&terminal->vault, moment, is_whole);
    return status == OK ? vault_check_ready(&terminal->vault, moment) : status;
}

/* Where nobody may begin, a person whose draft waits must find the way to it all the same. */
static bool is_fault_shown(struct terminal *terminal)
{
    const enum status failure = terminal->failure;
    size_t draft_count = 0;
    if (failure == OK || failure == STATUS_NO_LEDGER || !terminal->has_ground)
        return failure != OK;
    return vault_count_drafts(&terminal->vault, &draft_count) != OK || draft_count == 0;
}

/* May somebody begin here? A terminal may run for months: disks fill, keys end, clocks fail, and
 * what was wrong is mended, all without a start. A whole look sweeps, too (keeper_expire). */
static void look_by(struct terminal *terminal, struct moment moment, bool is_whole)
{
    enum status status = OK;
    if (!terminal->has_ground)
        status = ground_open(terminal);
    else
        offers_take(terminal, moment);
    terminal->has_ground = status == OK;
    if (status == OK)
        status = look_around(terminal, moment, is_whole);
    terminal->failure = status;
    terminal->look_ms = moment.steady_ms + (status == OK ? LOOK_MS : LOOK_AGAIN_MS);
    terminal->offer_ms = moment.steady_ms + OFFER_MS;
    site_set(terminal, is_fault_shown(terminal), moment);
}

static void look(struct terminal *terminal, struct moment moment)
{
    look_by(terminal, moment, true);
}

/* All that the first screen says is true. What nobody sees waits until that is there. */
static void look_first(struct terminal *terminal, struct moment moment)
{
    look_by(terminal, moment, false);
    terminal->is_unswept = terminal->failure == OK;
}

enum status terminal_open(struct terminal *terminal, struct terminal_folders folders,
                          const struct surface_facts *facts, const struct text_port *text,
                          struct moment moment)
{
    *terminal = (struct terminal){.facts = *facts, .text = text, .folders = folders};
    terminal->keeper.folders = (struct keeper_folders){
        folders.config, folders.data, folders.words, folders.incoming, folders.lock};
    if (!folders.keeper_socket)
        keeper_staff_join(&terminal->keeper, folders.stick, folders.machine);
    const enum status status = terminal_open_memory(terminal);
    if (status != OK)
        return status;
    look_first(terminal, moment);
    journey_init(&terminal->journey, &terminal->site, &terminal->sitting, moment);
    focus_init(&terminal->focus, facts->px_per_mm);
    terminal_update(terminal, moment);
    return OK;
}

void terminal_close(struct terminal *terminal)
{
    vault_close(&terminal->vault);
    keeper_ask_done(&terminal->port);
    keeper_close(&terminal->keeper);
    arena_done(&terminal->work);
    arena_done(&terminal->trees[0]);
    arena_done(&terminal->trees[1]);
    arena_done(&terminal->sitting);
    arena_done(&terminal->spare);
    arena_done(&terminal->program);
}

static void after_person(struct terminal *terminal, struct moment moment)
{
    vault_forget(&terminal->vault);
    arena_reset(&terminal->sitting);
    focus_init(&terminal->focus, terminal->facts.px_per_mm);
    journey_wiped(&terminal->journey, moment);
    terminal->look_ms = moment.steady_ms;
    /* The tree of the last screen holds the person's words too: two fresh trees push it out. */
    terminal_update(terminal, moment);
}

/* A terminal whose configuration cannot be used does not ask its ledger for anything by itself. */
static enum status vault_ready(struct terminal *terminal)
{
    return terminal->vault.port ? OK : vault_open(&terminal->port, &terminal->vault);
}

static void staff_facts_renew(struct terminal *terminal)
{
    enum status status = vault_ready(terminal);
    if (status == OK)
        status = staff_effects_facts(&terminal->vault, &terminal->journey);
    if (status != OK)
        terminal->journey.problem = status;
}

/* Staff read what became of the configuration that they have taken, as it is now. */
static void take_tell(struct terminal *terminal, struct moment moment)
{
    struct staff_done done = {.came = STAFF_CAME_DONE};
    if (terminal->told.words[0] || !terminal->has_ground) {
        done.came = STAFF_CAME_NOT_TAKEN;
        done.fault = terminal->told.words[0] ? terminal->told.why : terminal->failure;
    }
    if (terminal->has_ground)
        done.configuration = terminal->config->manifest->sequence;
    journey_staff_came(&terminal->journey, STAFF_TAKE, &done, moment);
    staff_facts_renew(terminal);
}

/* What lies ready now counts at once. Of a signing key that staff have just said yes to, all does,
 * and what the key before has signed is no news. */
static void take_now(struct terminal *terminal, bool is_key_new, struct moment moment)
{
    const struct config *before = terminal->has_ground ? terminal->config : NULL;
    if (terminal->journey.visit->staff.done.came != STAFF_CAME_DONE)
        return;
    terminal->told = (struct offer_told){0};
    terminal->is_key_new = is_key_new;
    look(terminal, moment);
    terminal->is_key_new = false;
    if (is_key_new && terminal->has_ground && terminal->config != before)
        terminal->told = (struct offer_told){0};
    if (vault_ready(terminal) != OK ||
        !is_staff_effects_next(&terminal->vault, &terminal->journey, moment))
        take_tell(terminal, moment);
}

/* What waited for a yes to the words counts now. */
static void take_go_on(struct terminal *terminal, struct moment moment)
{
    const struct visit *visit = terminal->journey.visit;
    if (visit && visit->staff.is_open && visit->staff.has_done &&
        visit->staff.act == STAFF_TAKE)
        take_tell(terminal, moment);
}

static void after_staff(struct terminal *terminal, struct effect effect,
                        struct moment moment)
{
    const struct visit *visit = terminal->journey.visit;
    if (effect.kind != EFFECT_STAFF_ACT || !visit || !visit->staff.is_open)
        return;
    if (effect.step == STAFF_TAKE || effect.step == STAFF_TRUST)
        take_now(terminal, effect.step == STAFF_TRUST, moment);
    terminal->is_over = terminal->is_over || effect.step == STAFF_RESTART;
    terminal->is_screen_wanted = effect.step == STAFF_SCREEN;
    if (effect.step == STAFF_READY)
        staff_ready_look(&terminal->port, terminal->folders.look,
                         terminal->has_ground ? terminal->config->terminal->label
                                              : SPAN("a terminal that is not enrolled"),
                         &terminal->journey, moment);
    if (effect.step == STAFF_PRINT)
        staff_ready_print(terminal->folders.uplink_socket, &terminal->work,
                          &terminal->journey, moment);
}

static struct effect staff_begin(struct terminal *terminal, struct effect effect)
{
    if (effect.kind != EFFECT_STAFF_OPEN && effect.kind != EFFECT_STAFF_ACT)
        return effect;
    const enum status status = vault_ready(terminal);
    if (status == OK)
        return effect;
    console_line(CONSOLE_ERROR, "resonance-kiosk: %s", status_last());
    terminal->journey.problem = status;
    return effect_none();
}

/* What they said for the audit goes into the box only once the way back to the page is gone: nobody
 * is asked twice, or counted twice. */
static void person_end(struct terminal *terminal, struct moment moment)
{
    if (vault_end(&terminal->vault))
        slip_send(&terminal->vault, &terminal->journey, &terminal->work, moment);
}

static void perform(struct terminal *terminal, struct effect effect, struct moment moment)
{
    const struct visit *visit = terminal->journey.visit;
    if (effect.kind == EFFECT_WIPE && visit && visit->staff.is_open)
        staff_effects_close(&terminal->vault);
    if (effect.kind == EFFECT_SUSPEND)
        vault_forget(&terminal->vault);
    if (effect.kind == EFFECT_WIPE && visit && visit->sitting &&
        visit->sitting->is_finished)
        person_end(terminal, moment);
    if (effect.kind == EFFECT_SUSPEND || effect.kind == EFFECT_WIPE)
        after_person(terminal, moment);
    else
        effects_perform(&terminal->vault, terminal->folders.uplink_socket,
                        &terminal->journey, &terminal->work,
                        staff_begin(terminal, effect), moment);
    arena_reset(&terminal->work);
    after_staff(terminal, effect, moment);
}

void terminal_stop(struct terminal *terminal, struct moment moment)
{
    perform(terminal, journey_stop(&terminal->journey, moment), moment);
}

/* Never while somebody sits there. */
static bool can_look(const struct terminal *terminal)
{
    return !terminal->journey.visit;
}

/* That only the number of what lies there is read keeps it cheap; all else waits for its time. */
static bool is_offer_new(struct terminal *terminal, struct moment moment)
{
    struct offer offers[OFFERS_MAX];
    if (moment.steady_ms < terminal->offer_ms)
        return false;
    terminal->offer_ms = moment.steady_ms + OFFER_MS;
    (void)offers_of(terminal, offers);
    return offers->sequence >
           (terminal->has_ground ? terminal->config->manifest->sequence : 0);
}

/* Where it fails, a look says so. */
static void sweep_when_due(struct terminal *terminal, struct moment moment)
{
    if (!terminal->is_unswept || !can_look(terminal))
        return;
    terminal->is_unswept = false;
    if (vault_expire(&terminal->vault, moment, true) != OK)
        terminal->look_ms = moment.steady_ms;
}

static void look_when_due(struct terminal *terminal, struct moment moment)
{
    if (!can_look(terminal) ||
        (moment.steady_ms < terminal->look_ms && !is_offer_new(terminal, moment)))
        return;
    look(terminal, moment);
    journey_fault(&terminal->journey, moment);
}

/* A finger that goes down, or a key; not what merely goes on. */
static bool is_touch_or_key(const struct input *input)
{
    switch (input->kind) {
    case INPUT_DRAG:
    case INPUT_RELEASE:
    case INPUT_CANCEL:
    case INPUT_STAFF_END:
    case INPUT_TICK:
        return false;
    case INPUT_PRESS:
    case INPUT_NEXT:
    case INPUT_PREVIOUS:
    case INPUT_UP:
    case INPUT_DOWN:
    case INPUT_LEFT:
    case INPUT_RIGHT:
    case INPUT_ACTIVATE:
    case INPUT_TYPE:
    case INPUT_ERASE:
    case INPUT_ERASE_NEXT:
    case INPUT_HOME:
    case INPUT_END:
    case INPUT_PAGE_UP:
    case INPUT_PAGE_DOWN:
    case INPUT_WHEEL:
    case INPUT_ALL:
    case INPUT_BACK:
    case INPUT_ON:
    case INPUT_STAFF:
        return !input->is_repeat;
    }
    return false;
}

/* What was seen before an input. */
struct before {
    enum screen_kind screen;
    uint32_t screen_number;
    struct node_id focus_at;
    enum focus_row focus_row;
    const struct node *root; /* whole as long as no other screen came */
};

static struct before before_of(const struct terminal *terminal)
{
    return (struct before){
        .screen = terminal->journey.screen,
        .screen_number = terminal->journey.screen_number,
        .focus_at = terminal->focus.at,
        .focus_row = terminal->focus.row,
        .root = terminal->root,
    };
}

static bool is_changed(const struct terminal *terminal, const struct before *before)
{
    return before->screen_number != terminal->journey.screen_number ||
           before->focus_row != terminal->focus.row ||
           !is_span_equal(node_id_span(&before->focus_at),
                          node_id_span(&terminal->focus.at)) ||
           !is_node_tree_same(before->root, terminal->root);
}

/* The warning goes when it is answered, which changes nothing yet. */
static void note_change(struct terminal *terminal, const struct before *before,
                        const struct input *input)
{
    if (input->kind != INPUT_TICK && !input->is_repeat && before->screen != SCREEN_IDLE &&
        is_changed(terminal, before))
        journey_changed(&terminal->journey, input->moment);
}

static void pass_time(struct terminal *terminal, struct moment moment)
{
    if (is_hold_due(&terminal->hold, moment.steady_ms))
        perform(terminal, journey_staff(&terminal->journey, moment), moment);
    while (journey_deadline(&terminal->journey) <= moment.steady_ms)
        perform(terminal, journey_tick(&terminal->journey, moment), moment);
    sweep_when_due(terminal, moment);
    look_when_due(terminal, moment);
}

/* Only where nobody sits, and nothing lies over the first screen. */
static const struct node *held_place(const struct terminal *terminal)
{
    const enum screen_kind screen = terminal->journey.screen;
    return (screen == SCREEN_ATTRACT || screen == SCREEN_STAFF) &&
                   !terminal->journey.visit && terminal->root
               ? node_find(terminal->root, SPAN("progress"))
               : NULL;
}

void terminal_input(struct terminal *terminal, const struct input *input)
{
    const struct before before = before_of(terminal);
    struct event event = {0};
    hold_follow(&terminal->hold, held_place(terminal), input, STAFF_HOLD_MS);
    const bool is_meant =
        focus_input(&terminal->focus, terminal->root, input, &event) != 0;
    if (is_meant)
        perform(terminal, journey_step(&terminal->journey, &event, input->moment),
                input->moment);
    else if (input->kind == INPUT_TICK)
        pass_time(terminal, input->moment);
    else if (is_touch_or_key(input))
        journey_input(&terminal->journey, input->moment);
    terminal_update(terminal, input->moment);
    note_change(terminal, &before, input);
}

void terminal_shown(struct terminal *terminal, struct moment moment)
{
    focus_shown(&terminal->focus, moment);
}

void terminal_resize(struct terminal *terminal, const struct surface_facts *facts,
                     struct moment moment)
{
    terminal->facts = *facts;
    focus_rescale(&terminal->focus, facts->px_per_mm);
    terminal_update(terminal, moment);
}

void terminal_trust(struct terminal *terminal, struct moment moment)
{
    if (terminal->failure != STATUS_UNCONFIRMED)
        return;
    terminal->failure = keeper_ask_trust(&terminal->port);
    if (terminal->failure == OK)
        look(terminal, moment);
    else
        site_set(terminal, true, moment);
    take_go_on(terminal, moment);
    journey_fault(&terminal->journey, moment);
    terminal_update(terminal, moment);
}

bool is_terminal_cut(const struct terminal *terminal)
{
    const struct keeper_port *port = &terminal->port;
    return port->is_cut || (port->socket && is_link_closed(port->socket) &&
                            link_again(port->socket) != OK);
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t terminal_deadline(const struct terminal *terminal)
{
    const int64_t deadline_ms = earlier(
        earlier(journey_deadline(&terminal->journey), focus_deadline(&terminal->focus)),
        hold_deadline(&terminal->hold));
    if (terminal->is_unswept && can_look(terminal))
        return 0;
    return can_look(terminal)
               ? earlier(earlier(terminal->look_ms, terminal->offer_ms), deadline_ms)
               : deadline_ms;
}
