using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>An index model that was added to a study, and how far its collected responses are scored under it.</summary>
/// <param name="Study">The study under this model alone; see <see cref="Study.Added"/>.</param>
/// <param name="Scored">Responses that have their scores.</param>
/// <param name="Of">Responses that have been submitted.</param>
public sealed record AddedIndex(Study Study, long Scored, long Of)
{
    public IndexModel Model => Study.Indices[0];

    public VersionedId Name => VersionedId.Of(Model);

    /// <summary>Whether it can be asked for.</summary>
    public bool IsFinished => Scored >= Of;
}
