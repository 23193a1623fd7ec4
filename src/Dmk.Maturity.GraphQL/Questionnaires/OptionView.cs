using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Option"), Description("An option of a choice.")]
internal sealed class OptionView(Option option, Language language)
{
    [Description("What an answer stores; never a label.")]
    public string Code => option.Code;

    [Description("What a company reads.")]
    public string Label => option.Label.In(language);

    [Description("Whether ticking it unticks all others, as with none of these.")]
    public bool Exclusive => option.Exclusive;

    [Description("Whether it asks to specify in words, in the variable question.code.")]
    public bool Specify => option.AsksToSpecify;

    [Description("Whether nobody who chooses it can submit without those words.")]
    public bool SpecifyRequired => option.Specify == Specification.Required;
}
