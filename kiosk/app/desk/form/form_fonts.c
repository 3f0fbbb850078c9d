#include "app/desk/form/form_fonts.h"

#include "fonts/catalogue.h"

/* `context` is a catalogue, or NULL where no font is installed. */
static bool can_set(void *context, uint32_t code)
{
    return context && catalogue_find(context, SPAN(""), code) >= 0;
}

static struct letters_port port_open(struct arena *arena)
{
    struct catalogue *catalogue = NULL;
    if (catalogue_open(arena, &catalogue) != OK)
        catalogue = NULL;
    return (struct letters_port){catalogue, can_set, catalogue_package};
}

void form_fonts_check(struct arena *arena, const struct assessment *assessment,
                      struct span language, struct fault_list *faults)
{
    const struct letters_port port = port_open(arena);
    assessment_letters_check(arena, assessment, language, &port, faults);
    catalogue_close(port.context);
}

void form_fonts_document(struct arena *arena, const struct questionnaire *questionnaire,
                         struct fault_list *faults)
{
    const struct letters_port port = port_open(arena);
    assessment_letters_document(arena, questionnaire, &port, faults);
    catalogue_close(port.context);
}

static void names_look(struct arena *arena, const struct organization *organization,
                       const struct letters_port *port, struct fault_list *faults)
{
    assessment_letters_name(arena, SPAN("name of the organization"), organization->name,
                            port, faults);
    assessment_letters_name(arena, SPAN("contact"), organization->contact, port, faults);
    assessment_letters_name(arena, SPAN("retention"), organization->retention, port,
                            faults);
    assessment_letters_name(arena, SPAN("customer"), organization->customers, port,
                            faults);
}

enum status form_fonts_refuse(struct arena *arena, const struct assessment *assessment,
                              const struct organization *organization, struct buffer *out)
{
    struct fault_list faults = fault_list_init(arena);
    const struct letters_port port = port_open(arena);
    assessment_letters_check(arena, assessment, organization->language, &port, &faults);
    names_look(arena, organization, &port, &faults);
    catalogue_close(port.context);
    if (!faults.error_count)
        return OK;
    fault_list_text(&faults, out);
    return fail(STATUS_NO_FONT,
                "people could not read all of it on a terminal, places: %zu; mend them "
                "first",
                faults.error_count);
}
