using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Moments between two servers: per (stratum, cell) their words.</summary>
[GenerateSerializer, Alias("Dmk.Maturity.Grains.StudyMomentsOnTheWire")]
internal struct StudyMomentsOnTheWire
{
    [Id(0)]
    public int Nodes;

    [Id(1)]
    public ReportingCell[] Strata;

    [Id(2)]
    public ReportingCell[] Cells;

    [Id(3)]
    public long[][] Words;

    [Id(4)]
    public int[] Crossed;

    [Id(5)]
    public double[][] Steps;

    [Id(6)]
    public bool PerPerson;

    [Id(7)]
    public int? Node;
}

/// <summary>Carries moments.</summary>
[RegisterConverter]
internal sealed class StudyMomentsConverter : IConverter<StudyMoments, StudyMomentsOnTheWire>
{
    public StudyMoments ConvertFromSurrogate(in StudyMomentsOnTheWire surrogate)
    {
        var layout = new MomentLayout(surrogate.Nodes)
        {
            Crossed = surrogate.Crossed,
            Steps = surrogate.Steps,
            PerPerson = surrogate.PerPerson,
        };
        var moments = new StudyMoments(layout) { Node = surrogate.Node };
        for (var place = 0; place < surrogate.Cells.Length; place++)
        {
            moments.At(surrogate.Strata[place], surrogate.Cells[place]).Merge(CellMoments.FromWords(layout, surrogate.Words[place]));
        }

        return moments;
    }

    public StudyMomentsOnTheWire ConvertToSurrogate(in StudyMoments value) =>
        new()
        {
            Nodes = value.Nodes,
            Crossed = [.. value.Layout.Crossed],
            Steps = [.. value.Layout.Steps.Select(steps => steps.ToArray())],
            PerPerson = value.Layout.PerPerson,
            Node = value.Node,
            Strata = [.. value.Cells.Keys.Select(key => key.Stratum)],
            Cells = [.. value.Cells.Keys.Select(key => key.Cell)],
            Words = [.. value.Cells.Values.Select(moments => moments.ToWords())],
        };
}
