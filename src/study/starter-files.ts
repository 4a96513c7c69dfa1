/** The files that a new study begins with. */

/** The codebook is valid and its examples are coded as they should be. */
export const starterFiles = [
  {
    name: 'codebook.yaml',
    text: `# A codebook: the themes that are looked for, and the words by which they are found.
# Indent with blanks. Check it with: code-transcripts check codebook.yaml

name: my-study            # lower-case letters, digits and hyphens
title: What my study is about
version: 0.1.0
languages: [en, nl]       # of the terms; the first is the default

# extends: other.yaml     # begin with the codes of another codebook

codes:
  - id: time              # never change it: it is how results of two versions are compared
    name: Time            # as shown in tables
    color: '#2e86c1'      # the quotes are needed
    definition: Having or not having the time to do something.
    include: shortage of time, busy periods, planning
    exclude: dates and times of day that only say when something was
    examples:             # tests: \`check\` tells when one fails
      match:
        - There is never enough time for a good talk.
        - We hebben het veel te druk.
      no_match:
        - Sometimes he is just late.
    terms:
      en:
        - enough time     # a phrase; each word in all its forms
        - busy            # a word
        - 'schedul*'      # any word that begins so; a * needs quotes
        - term: deadline  # a term with more to it
          except: [no deadline]
      nl:
        - druk
        - geen tijd
        - =rooster        # exactly so, in no other form
    codes:                # subcodes
      - id: waiting
        name: Waiting
        definition: Time that is spent waiting for others.
        examples:
          match: [I waited three weeks for an answer.]
        terms:
          en: [waiting, queue]
          nl: [wachten, wachtlijst]
`,
  },
  {
    name: 'code-transcripts.config.yaml',
    text: `# Settings of this study.

# How findings of \`code-transcripts check\` are taken. Every rule has a severity;
# write another for those that do not suit your study: off, warning or error.
rules: {}
#  missing-definition: error
#  no-terms: off
`,
  },
] as const;
