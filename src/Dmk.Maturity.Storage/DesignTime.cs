using Microsoft.EntityFrameworkCore.Design;

namespace Dmk.Maturity.Storage;

/// <summary>Lets <c>dotnet ef migrations add NAME --context MaturityDb</c> run without a server.</summary>
internal sealed class DesignTimeMaturity : IDesignTimeDbContextFactory<MaturityDb>
{
    public MaturityDb CreateDbContext(string[] args) => new(Schema.Options<MaturityDb>("design.db"));
}

/// <summary>As <see cref="DesignTimeMaturity"/>, for <c>--context ContactsDb</c>.</summary>
internal sealed class DesignTimeContacts : IDesignTimeDbContextFactory<ContactsDb>
{
    public ContactsDb CreateDbContext(string[] args) => new(Schema.Options<ContactsDb>("design.db"));
}
