// What ties figures to each other: the words around a result, the signs between amounts.
#pragma once

#include <string>
#include <vector>

#include "amounts.h"

namespace quantity {

// What stands in the few words around a result.
struct Ties {
  bool equals = false;      // "is", "=", "so", "->", ":"
  bool saves = false;       // "saving", "cheaper", "off"
  bool saves_only = false;  // of these what is no word for what remains
  bool less = false;        // "minus", "leaves", "down"
  bool totals = false;      // "in total", "adds up to"
  bool grows = false;       // "more", "growth"
  bool beside = false;      // only a comma or the like divides it from the amount before
  bool cell = false;        // it is the next cell of a table

  bool tied() const { return equals || saves || totals || cell; }
};
Ties ties_of(const Lexed& lexed, const std::vector<Amount>& amounts, std::size_t result);

// The sign or word between two amounts, the first before the second with none between: one of
// "*/+-", or 0.
char sign_between(const Lexed& lexed, const Amount& a, const Amount& b);
// "at", "each", "times" between two amounts or right behind them.
bool each_between(const Lexed& lexed, const Amount& a, const Amount& b);
// "from 40k to 28k", "10 s instead of 40 s", "was 20k, now 40k"
bool linked(const Lexed& lexed, const Amount& a, const Amount& b);
bool of_between(const Lexed& lexed, const Amount& a, const Amount& b);

// The amount's words.
std::string shown(const Lexed& lexed, const Amount& amount);
// The same with another number, which is `times` what is stated.
std::string rewritten(const Lexed& lexed, const Amount& amount, double times);

}  // namespace quantity
