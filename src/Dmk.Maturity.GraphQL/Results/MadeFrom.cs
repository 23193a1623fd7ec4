using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("MadeFrom"), Description("The state of the data that a result was made from.")]
internal sealed class MadeFrom(DataState data, bool synthetic)
{
    [Description("Whether every acknowledged submission is in it. Otherwise companies enter in lots, at the study's rhythm.")]
    public bool Live => data.Sight == Sight.Live;

    [Description("Grows with the data: the same version, the same figures.")]
    public string DataVersion => data.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Description("When it was computed.")]
    public DateTimeOffset ComputedAt => data.ComputedAt;

    [Description("Whether the companies are made up. Say so wherever you show the figures.")]
    public bool Synthetic => synthetic;
}
