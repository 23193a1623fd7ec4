using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[
    Name("AddedIndex"),
    Description("An index model that was added to a study after it was published, and how far collected responses are scored under it.")
]
internal sealed class AddedIndexView(AddedIndex added, Language language)
{
    [Id, Description("The name to ask for its results by: id and version, as in dmk-reifegrad@1.1.0.")]
    public string Name => added.Name.ToString();

    [Description("The model.")]
    public IndexView Index => new(added.Model, language);

    [Description("Responses that have their scores under it.")]
    public int Scored => checked((int)added.Scored);

    [Description("Responses that have been submitted.")]
    public int Of => checked((int)added.Of);

    [Description("Whether its results can be asked for.")]
    public bool Ready => added.IsFinished;
}
