// The structure of an answer written in Markdown, in HTML pasted into a text field, in both, or in
// neither.
#pragma once

#include <string>
#include <string_view>

#include "assay/export.h"
#include "text/outline.h"

namespace assay {

// Fills `outline`, which is empty. Every input has a structure; time is linear in its length.
//
// Besides CommonMark with GitHub's tables and strikethrough: tabs indent and make no code; a
// paragraph's lines that begin with a bullet that Markdown does not know ("•", "–", "a)", "-x")
// are list items; "##Title" is a heading. Link targets, addresses and comments are left out; a
// link's words and an image's description stay.
// `copy` is scratch that keeps its memory.
ASSAY_SDK void outline_markdown(std::string_view answer, std::string& copy, Outline& outline);

// One paragraph of words without markup, on one line.
void outline_plain(std::string_view words, Outline& outline);

}  // namespace assay
