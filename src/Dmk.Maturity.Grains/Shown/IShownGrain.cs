namespace Dmk.Maturity.Grains;

/// <summary>What everybody but operators sees of a study: a state in which a cell changes only when enough further respondents have
/// entered it. Key: study.</summary>
[Alias("Dmk.Maturity.Grains.IShownGrain")]
internal interface IShownGrain : IGrainWithStringKey
{
    /// <summary>The merged moments of the shown state; advances first where the rule allows it. The version counts states.</summary>
    /// <param name="model">The place of the index model in the study.</param>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    [Alias("Current")]
    Task<PartitionMoments> Current(int model);
}
