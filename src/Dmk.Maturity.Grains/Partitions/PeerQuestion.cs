using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What is asked of a partition about the peers of a company.</summary>
/// <param name="By">Ids of the variables in which they stand where the company does.</param>
/// <param name="Codes">One for each.</param>
/// <param name="Nodes">Places in the model.</param>
/// <param name="Own">The company's own score for each node, in hundredths of the scale; NaN is missing.</param>
/// <param name="Shown">Which submissions count.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PeerQuestion")]
internal sealed record PeerQuestion(
    [property: Id(0)] string[] By,
    [property: Id(1)] string[] Codes,
    [property: Id(2)] int Model,
    [property: Id(3)] int[] Nodes,
    [property: Id(4)] double[] Own,
    [property: Id(5)] ShownPart Shown
)
{
    public PeerGroup Group(StudyDesign design) =>
        new([.. By.Select(id => design.Variable(id) ?? throw new ArgumentException($"There is no variable '{id}'."))], Codes, []);
}
