/* Which screen stands: how one makes way for another, and where the journey waits for people. */
#include "screens/journey.h"

enum screen_kind journey_rest_screen(const struct place *place)
{
    return place->fault ? SCREEN_STAFF : SCREEN_ATTRACT;
}

enum screen_kind journey_base(const struct journey *journey)
{
    return is_screen_overlay(journey->screen) ? journey->under : journey->screen;
}

void journey_show(struct journey *journey, enum screen_kind screen, struct moment moment)
{
    journey->screen = screen;
    journey->screen_since_ms = moment.steady_ms;
    journey->screen_number++;
    journey->problem = OK;
    journey->was_called = 0;
}

void journey_rest(struct journey *journey, struct moment moment)
{
    journey_show(journey, journey_rest_screen(journey->place), moment);
}
