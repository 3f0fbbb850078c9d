/* What the desk is for, page by page: always in the same place. */
#include "app/desk/pages/pages_turn.h"
#include "base/words.h"

static const struct {
    const char *id, *title, *words[4];
} topics[] = {
    {"begin",
     WN("How to begin"),
     {WN("Today shows the first steps until a result is here. A "
         "vacancy can be opened at once, but then it never has a "
         "figure. For a figure, colleagues describe the organization "
         "first: make their cards on the page “Our profile”, and "
         "freeze what at least five of them said."),
      WN("Whenever cards, vacancies or keys are new, the terminals need a newer "
         "configuration: the page “Terminals” signs it onto a stick.")}},
    {"cards",
     WN("Cards"),
     {WN("A card opens one session at a terminal. Its code is shown once, on the card: "
         "write down yourself who got which number, for nothing here knows names."),
      WN("A card that was lost is revoked on the page of the cards, and replaced there.")}},
    {"people",
     WN("People"),
     {WN("Everybody who has answered stands in the list in order of arrival. There is no "
         "other order, because one session is a rough measure and nobody is ranked by it."),
      WN("The bar is the range in which the figure lies. Where there is no bar, the "
         "reason stands in its place."),
      WN("People who share a letter in the column “Not told apart” cannot be told apart by "
         "their sessions. Letters are given in order of arrival, within one vacancy. "
         "Where eight letters do not suffice, nobody has one: compare two people to see "
         "whether they can be told apart.")}},
    {"person",
     WN("A person"),
     {WN("Bold topics are sure, even with all of them read at once. For the others one "
         "session cannot tell."),
      WN("The dot is the person, the box is what colleagues say of us, the arrow is where "
         "our strategy needs it. All of it stands in figures beside."),
      WN("When you open a person, that is written to the log before you see the page.")}},
    {"interviews",
     WN("Interviews"),
     {WN("An owner invites interviewers on the page “Users and keys”. "
         "A recruiter names two of them at least on the page of a "
         "person, with “Set up the interview”. Each rates alone, with "
         "what they heard, and chooses “Hand in my ratings”. Nobody "
         "reads a rating before all have handed in theirs; then all "
         "of them stand side by side."),
      WN("The pages of an interview show questions and topics: no "
         "figure, and no answer. What the person wrote is in the "
         "interviewer’s report. A recruiter opens it on the page of "
         "the person and hands it over.")}},
    {"deciding",
     WN("Deciding"),
     {WN("A decision has a name, a reason of its own, and a letter for the person. The "
         "time for which a result is kept runs from then on."),
      WN("Where “Pilot form, not for decisions” stands, nobody has studied yet what the "
         "figures of this form mean. It prepares the talk; the decision rests on what "
         "was said and done in it, never on the form."),
      WN("The mark ends with a version of the form that was studied and no longer has "
         "it. No setting takes it away.")}},
    {"hired",
     WN("After hiring"),
     {WN("Somebody who was offered the work agrees on a plan of what they learn. After 3, "
         "6 and 12 months a card lets them answer again, and the page “After hiring” says "
         "what has moved, or that one cannot tell.")}},
    {"vacancies",
     WN("Vacancies"),
     {WN("A vacancy begins as a draft. What counts how much is set in the draft, with a "
         "reason and by two people. Once it is open, its weights never change."),
      WN("An owner opens and closes it on its own page, with the passphrase once more. "
         "What can never be changed again stands there before.")}},
    {"sticks",
     WN("Results from terminals"),
     {WN("A terminal writes its finished sessions to a stick, sealed. Put the stick in "
         "and choose “Bring in results”."),
      WN("Every entry is verified. One that is damaged is named, and hinders no other.")}},
    {"audit",
     WN("Audit"),
     {WN("An auditor who is no recruiter sees how far people of each group came, and "
         "nobody’s name. The command “resonance audit groups” brings the groups in, from "
         "a table of HR, and a recruiter seals what came of everybody on the page "
         "“Outcomes for the auditor”."),
      WN("Groups of fewer than 5 people are hidden, and so is whatever would tell their "
         "number."),
      WN("What is due is erased on the page “How long results are kept”. What is held is "
         "not.")}},
    {"may",
     WN("What the figures may do"),
     {WN("They may choose what to talk about. They may not put people in order, turn "
         "anybody down, or be the reason of a decision. A person decides, by name, with "
         "a reason of their own.")}},
};

enum status pages_help(struct pages_turn *turn)
{
    pages_turn_begin(turn, WS("Help"));
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        struct page_section *section =
            page_section(&turn->page, PAGE_PLAIN, topics[i].id, W(topics[i].title));
        for (size_t k = 0; k < 4 && topics[i].words[k]; k++)
            page_add_text(section, WS(topics[i].words[k]));
    }
    return OK;
}
